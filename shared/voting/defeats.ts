import type { Fraction } from "./fraction.ts";

export type Matrix = readonly (readonly bigint[])[];
export const cell = (matrix: Matrix, row: number, column: number) => matrix[row]?.[column] ?? 0n;

/** How strong a win of one option over another is. */
export type DefeatStrength =
  /** by the votes for it */
  | "winning"
  /** by how many more votes are for it than against it */
  | "margin"
  /** by the votes for it divided by those against it */
  | "ratio";

/** Strengths as numbers from 1 for the weakest win; 0 where there is no win. Only their order matters. */
export interface RankedDefeats {
  readonly ranks: readonly Uint32Array[];
  /** by rank: one pair (row, column) that has it */
  readonly example: readonly (readonly [number, number])[];
}

/** A win without any vote against it has an infinite ratio; among those the votes for it count. */
function strengthOf(kind: DefeatStrength, votes: bigint, against: bigint): Fraction {
  if (kind === "winning") return { num: votes, den: 1n };
  if (kind === "margin") return { num: votes - against, den: 1n };
  return { num: votes, den: against };
}

function compareStrengths(one: Fraction, other: Fraction): number {
  // Of two infinite ones (den 0) the products are both 0: then the votes decide.
  const difference = one.num * other.den - other.num * one.den || one.num - other.num;
  const isSame = one.den > 0n && other.den > 0n && one.num * other.den === other.num * one.den;
  return isSame ? 0 : difference < 0n ? -1 : Number(difference > 0n);
}

/** Puts all wins in order of strength. */
export function rankDefeats(preferred: Matrix, kind: DefeatStrength): RankedDefeats {
  const wins = preferred.flatMap((row, one) =>
    row.flatMap((votes, other) => {
      const against = cell(preferred, other, one);
      return votes > against ? [{ one, other, strength: strengthOf(kind, votes, against) }] : [];
    }),
  );
  const sorted = wins.toSorted((a, b) => compareStrengths(a.strength, b.strength));
  const ranks = preferred.map((row) => new Uint32Array(row.length));
  const example: (readonly [number, number])[] = [[0, 0]];
  let last: Fraction | null = null;
  for (const { one, other, strength } of sorted) {
    if (!last || compareStrengths(last, strength) !== 0) example.push([one, other]);
    last = strength;
    const row = ranks[one];
    if (row) row[other] = example.length - 1;
  }
  return { ranks, example };
}
