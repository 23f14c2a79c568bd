import { createHash, randomInt } from "node:crypto";
import { folkmoot } from "#shared/opinions/parameter-sets.ts";
import { statementOf } from "#shared/opinions/responses.ts";
import { drawRaters } from "./draw-raters.ts";
import type { OwnResponses } from "./input-store.ts";
import type { ReadResponses } from "./read-responses.ts";
import type { Input } from "./record.ts";

interface Choice {
  readonly shown: ReadonlySet<string>;
  /** Whether a participant's responses count. */
  counts(participantId: string): boolean;
}

interface Row extends OwnResponses {
  readonly id: string;
}

/** When responses were given, in minutes since 1970: those of people who were drawn, or of everybody. */
export interface Timed {
  /** By their numbers, rising. */
  readonly drawn: readonly number[] | null;
  readonly minutes: Int32Array;
}

export interface Gathered {
  readonly input: Input;
  readonly timed: Timed;
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
  { shown, counts }: Choice,
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
  for (const [number, place] of placeOf.entries()) {
    const row = rows[place];
    if (!row) continue;
    codes.set(row.codes, (ends[number] ?? 0) - row.codes.length);
  }
  return {
    input: { statements: statementIds.length, codes, ends, hidden },
    timed: timedOf(rows, placeOf),
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

/** When people responded who say how far statements bridge. */
function timedOf(rows: readonly Row[], placeOf: Uint32Array): Timed {
  const chosen = drawRaters(rows);
  const isChosen = (place: number) => chosen === null || chosen.has(place);
  const numbers = [...placeOf.keys()].filter((number) => isChosen(placeOf[number] ?? -1));
  const own = numbers.map((number) => rows[placeOf[number] ?? -1]?.minutes ?? new Int32Array());
  const minutes = new Int32Array(own.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const some of own) {
    minutes.set(some, end);
    end += some.length;
  }
  return { drawn: chosen && numbers, minutes };
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
