import { createHash, randomInt } from "node:crypto";
import { folkmoot } from "#shared/opinions/parameter-sets.ts";
import { statementOf, valueOf } from "#shared/opinions/responses.ts";
import type { OwnResponses } from "./input-store.ts";
import type { ReadResponses } from "./read-responses.ts";
import type { Input } from "./record.ts";

interface Choice {
  readonly shown: ReadonlySet<string>;
  /** Whether a participant's responses count. */
  counts(participantId: string): boolean;
  /** Of more responses than so many it is not told when they were given. */
  readonly mostTimed: number;
}

interface Row extends OwnResponses {
  readonly id: string;
}

export interface Gathered {
  readonly input: Input;
  /** When each response was given, in minutes since 1970. */
  readonly minutes: Int32Array | null;
  /** In an order that was drawn: a person's number tells nothing. */
  readonly people: readonly string[];
  /** Of everything that the run goes by. */
  readonly fingerprint: string;
}

/** What an analysis is made of: responses that count, to statements that are shown. */
export function gather(
  { people, statementIds }: ReadResponses,
  { shown, counts, mostTimed }: Choice,
): Gathered {
  const isShown = Uint8Array.from(statementIds, (id) => Number(shown.has(id)));
  const hidden = [...isShown.keys()].filter((number) => isShown[number] === 0);
  const rows: Row[] = [];
  for (const [id, all] of people) {
    if (!counts(id)) continue;
    const own = hidden.length === 0 ? all : shownOf(all, isShown);
    if (own.codes.length > 0) rows.push({ id, ...own });
  }
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const fingerprint = fingerprintOf([folkmoot, statementIds, hidden], rows);
  const drawn = inDrawnOrder(rows);
  const columns = columnsOf(drawn);
  return {
    input: { people: drawn.length, statements: statementIds.length, ...columns, hidden },
    minutes: columns.value.length > mostTimed ? null : minutesOf(drawn, columns.value.length),
    people: drawn.map(({ id }) => id),
    fingerprint,
  };
}

function shownOf({ codes, minutes }: OwnResponses, isShown: Uint8Array): OwnResponses {
  const isIn = (code: number) => isShown[statementOf(code)] === 1;
  return {
    codes: codes.filter(isIn),
    minutes: minutes.filter((_, at) => isIn(codes[at] ?? 0)),
  };
}

function fingerprintOf(settings: readonly unknown[], rows: readonly Row[]): string {
  const hash = createHash("sha256").update(JSON.stringify(settings));
  for (const { id, codes } of rows) hash.update(`${id} ${codes.length} `).update(codes);
  return hash.digest("hex");
}

/** Fisher and Yates. */
function inDrawnOrder<T>(all: readonly T[]): T[] {
  const drawn = [...all];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [a, b] = [drawn[last], drawn[other]];
    if (a !== undefined && b !== undefined) [drawn[last], drawn[other]] = [b, a];
  }
  return drawn;
}

function columnsOf(rows: readonly Row[]) {
  const size = rows.reduce((sum, { codes }) => sum + codes.length, 0);
  const person = new Uint32Array(size);
  const statement = new Uint16Array(size);
  const value = new Int8Array(size);
  let at = 0;
  for (const [number, { codes }] of rows.entries()) {
    for (const code of codes) {
      person[at] = number;
      statement[at] = statementOf(code);
      value[at] = valueOf(code);
      at += 1;
    }
  }
  return { person, statement, value };
}

function minutesOf(rows: readonly Row[], size: number): Int32Array {
  const all = new Int32Array(size);
  let at = 0;
  for (const { minutes } of rows) {
    all.set(minutes, at);
    at += minutes.length;
  }
  return all;
}
