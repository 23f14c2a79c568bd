import { answersTo, type Scope } from "./scope.ts";

/** The fewest people of whom anything is told apart: who share a corner of a group's outline, or all pass on something. */
export const fewestTold = 5;

/** Who answered a statement how. */
export interface Votes {
  readonly agrees: number;
  readonly disagrees: number;
  readonly passes: number;
}

export const seen = ({ agrees, disagrees, passes }: Votes): number => agrees + disagrees + passes;

export const votesOn = (counts: Int32Array, statement: number): Votes => ({
  agrees: counts[3 * statement + 2] ?? 0,
  passes: counts[3 * statement + 1] ?? 0,
  disagrees: counts[3 * statement] ?? 0,
});

/** Responses by code (see `codeOf`) of each group; people of none are counted in none. */
export function countsOfGroups(
  { matrix }: Scope,
  groupOf: Int8Array,
  groups: number,
): Int32Array[] {
  const { codes, starts, ends } = matrix;
  const counts = Array.from({ length: groups }, () => new Int32Array(3 * matrix.statements));
  for (let person = 0; person < groupOf.length; person += 1) {
    const own = counts[groupOf[person] ?? -1];
    if (!own) continue;
    const end = ends[person] ?? 0;
    for (let at = starts[person] ?? 0; at < end; at += 1) {
      const code = codes[at] ?? 0;
      own[code] = (own[code] ?? 0) + 1;
    }
  }
  return counts;
}

/** Statements of the map that somebody answered. */
export const askedIn = ({ counts, isHidden }: Scope): number[] =>
  [...isHidden.keys()].filter(
    (statement) => isHidden[statement] !== 1 && answersTo(counts, statement) > 0,
  );

export const summed = (votes: readonly Votes[]): Votes => ({
  agrees: votes.reduce((sum, { agrees }) => sum + agrees, 0),
  disagrees: votes.reduce((sum, { disagrees }) => sum + disagrees, 0),
  passes: votes.reduce((sum, { passes }) => sum + passes, 0),
});
