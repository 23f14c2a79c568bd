import { drawsFrom } from "./draws.ts";
import { ResponseMatrix } from "./response-matrix.ts";
import type { Responses } from "./responses.ts";

export interface Camps {
  /** how many people each camp has */
  readonly sizes: readonly number[];
  readonly statements: number;
  /** the chance that somebody answers a statement, and then as their camp does */
  readonly answering?: number;
  readonly loyalty?: number;
  readonly seed?: number;
}

/** The camp of each person, where people come in the order of their camps. */
export const campsOf = ({ sizes }: Camps): number[] =>
  sizes.flatMap((size, camp) => Array.from({ length: size }, () => camp));

/** Camps that each have drawn, once and for all, which side they take on every statement; all agree on the first, and on no other. */
export function campResponses(camps: Camps): Responses {
  const { statements, answering = 1, loyalty = 0.9, seed = 7 } = camps;
  const draw = drawsFrom(seed);
  const lines = camps.sizes.map(() =>
    Array.from({ length: statements }, (): number => (draw() < 0.5 ? 1 : -1)),
  );
  for (let at = 0; at < statements; at += 1) {
    for (const line of at === 0 ? lines : []) line[0] = 1;
    const areAlike = lines.every((line) => line[at] === lines[0]?.[at]);
    const last = lines.at(-1);
    if (at > 0 && lines.length > 1 && areAlike && last) last[at] = -(last[at] ?? 0);
  }
  const rows = campsOf(camps).flatMap((camp, person) =>
    Array.from({ length: statements }, (_, statement) => {
      const isAnswered = draw() < answering;
      const drawn = draw();
      const line = lines[camp]?.[statement] ?? 0;
      const value = drawn < loyalty ? line : drawn < (1 + loyalty) / 2 ? 0 : -line;
      return isAnswered ? [{ person, statement, value }] : [];
    }).flat(),
  );
  const people = campsOf(camps).length;
  return responsesOf(people, statements, rows);
}

export interface Row {
  readonly person: number;
  readonly statement: number;
  readonly value: number;
}

export const responsesOf = (
  people: number,
  statements: number,
  rows: readonly Row[],
): Responses => ({
  people,
  statements,
  person: rows.map(({ person }) => person),
  statement: rows.map(({ statement }) => statement),
  value: rows.map(({ value }) => value),
});

/** One row of text for each person: + agrees, - disagrees, 0 passes, a dot has not answered. */
export function matrixOf(...people: readonly string[]): ResponseMatrix {
  const signs: Record<string, number> = { "+": 1, "-": -1, "0": 0 };
  const rows = people.flatMap((line, person) =>
    line.split("").flatMap((sign, statement) => {
      const value = signs[sign];
      return value === undefined ? [] : [{ person, statement, value }];
    }),
  );
  const statements = Math.max(0, ...people.map((line) => line.length));
  return ResponseMatrix.of(responsesOf(people.length, statements, rows));
}
