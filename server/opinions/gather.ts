import { createHash, randomInt } from "node:crypto";
import { folkmoot } from "#shared/opinions/parameter-sets.ts";
import { statementOf } from "#shared/opinions/responses.ts";
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
  /** In the order of their ids. */
  readonly people: readonly string[];
  /** The place of each number's person among them. It was drawn: a person's number tells nothing. */
  readonly placeOf: Uint32Array;
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
  const placeOf = drawnOrder(rows.length);
  const ends = endsOf(rows, placeOf);
  const size = ends.at(-1) ?? 0;
  const codes = new Uint16Array(size);
  const minutes = size > mostTimed ? null : new Int32Array(size);
  for (const [number, place] of placeOf.entries()) {
    const row = rows[place];
    if (!row) continue;
    const start = (ends[number] ?? 0) - row.codes.length;
    codes.set(row.codes, start);
    minutes?.set(row.minutes, start);
  }
  return {
    input: { statements: statementIds.length, codes, ends, hidden },
    minutes,
    people: rows.map(({ id }) => id),
    placeOf,
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
function drawnOrder(length: number): Uint32Array {
  const drawn = Uint32Array.from({ length }, (_, at) => at);
  for (let last = length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [drawn[last], drawn[other]] = [drawn[other] ?? 0, drawn[last] ?? 0];
  }
  return drawn;
}

function endsOf(rows: readonly Row[], placeOf: Uint32Array): Uint32Array {
  const ends = new Uint32Array(rows.length);
  let end = 0;
  for (const [number, place] of placeOf.entries()) {
    end += rows[place]?.codes.length ?? 0;
    ends[number] = end;
  }
  return ends;
}
