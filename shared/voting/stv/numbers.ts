import { add, compare, fraction, subtract, type Fraction } from "../fraction.ts";

/** How a transferable count calculates: with decimals that are cut off somewhere, or with exact fractions. */
export interface Numbers<N> {
  readonly zero: N;
  of(weight: bigint): N;
  add(one: N, other: N): N;
  subtract(one: N, other: N): N;
  compare(one: N, other: N): number;
  /** so many papers of this value */
  times(value: N, papers: bigint): N;
  /** value x surplus / votes: what a paper is worth when a surplus is passed on */
  portion(value: N, surplus: N, votes: N): N;
  /** names equal values alike */
  key(value: N): string;
}

/** Where a portion is cut off. */
export type Cutting =
  /** once, at the end */
  | "once"
  /** after the multiplication and after the division */
  | "each-step";

/** Whole numbers of the last decimal; what comes after it is cut off. */
export function decimals(digits: number, cutting: Cutting): Numbers<bigint> {
  const unit = 10n ** BigInt(digits);
  return {
    zero: 0n,
    of: (weight) => weight * unit,
    add: (one, other) => one + other,
    subtract: (one, other) => one - other,
    compare: (one, other) => (one < other ? -1 : Number(one > other)),
    times: (value, papers) => value * papers,
    portion: (value, surplus, votes) =>
      cutting === "once" ? (value * surplus) / votes : (((value * surplus) / unit) * unit) / votes,
    key: String,
  };
}

export const fractions: Numbers<Fraction> = {
  zero: fraction(0n),
  of: (weight) => fraction(weight),
  add,
  subtract,
  compare,
  times: (value, papers) => fraction(value.num * papers, value.den),
  portion: (value, surplus, votes) =>
    fraction(value.num * surplus.num * votes.den, value.den * surplus.den * votes.num),
  key: ({ num, den }) => `${num}/${den}`,
};
