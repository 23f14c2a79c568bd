import { binaryLogarithm, naturalLogarithm } from "./logarithm.ts";

/**
 * How unequally something is held: voting weight, tokens, words, sources. Sums are exact (`bigint`);
 * only the last step of each figure is a floating-point number, the same on every machine.
 */

const byLargest = (a: bigint, b: bigint) => (a < b ? 1 : a > b ? -1 : 0);

/**
 * `part / whole` for whole numbers of any size, cut off after eighteen decimals: a small share keeps fewer
 * digits than a double could, and one below 1e-18 is 0.
 */
export function ratio(part: bigint, whole: bigint): number {
  if (whole === 0n) return 0;
  const scale = 10n ** 18n;
  return Number((part * scale) / whole) / 1e18;
}

export const sumOf = (values: readonly bigint[]): bigint =>
  values.reduce((sum, value) => sum + value, 0n);

/**
 * Gini coefficient of a population, 0 (all hold the same) to 1 - 1/n; 0 where nobody holds anything.
 * G = sum of (2i - n - 1) x_i over n times the sum, ascending (Sen 1973).
 */
export function gini(values: readonly bigint[]): number {
  const ascending = values.toSorted(byLargest).toReversed();
  const count = BigInt(ascending.length);
  const weighted = ascending.reduce(
    (sum, value, at) => sum + (2n * BigInt(at + 1) - count - 1n) * value,
    0n,
  );
  return ratio(weighted, count * sumOf(values));
}

/** Herfindahl–Hirschman index: the sum of squared shares, 1/n to 1. */
export function herfindahl(values: readonly bigint[]): number {
  const total = sumOf(values);
  return ratio(
    values.reduce((sum, value) => sum + value * value, 0n),
    total * total,
  );
}

/** The share that the largest holders have together. */
export function topShare(values: readonly bigint[], holders: number): number {
  return ratio(sumOf(values.toSorted(byLargest).slice(0, holders)), sumOf(values));
}

/** The fewest holders who reach a quota together; null where all of them don't. With half of all it is the Nakamoto coefficient (Srinivasan and Lee 2017). */
export function fewestToReach(values: readonly bigint[], quota: bigint): number | null {
  let held = 0n;
  let holders = 0;
  for (const value of values.toSorted(byLargest)) {
    if (held >= quota) break;
    held += value;
    holders += 1;
  }
  return held >= quota ? holders : null;
}

const shares = (values: readonly bigint[]): number[] => {
  const total = sumOf(values);
  return values.map((value) => ratio(value, total));
};

/** Shannon entropy of the shares in bits: 0 where one holds all, log2 of n where all hold the same. */
export function entropy(values: readonly bigint[]): number {
  return shares(values).reduce((sum, p) => (p > 0 ? sum - p * binaryLogarithm(p) : sum), 0);
}

/** Theil's T index: 0 where all hold the same, the logarithm of n where one holds all. */
export function theil(values: readonly bigint[]): number {
  const { length } = values;
  return shares(values).reduce(
    (sum, p) => (p > 0 ? sum + p * naturalLogarithm(p * length) : sum),
    0,
  );
}

export interface LorenzPoint {
  /** Share of the holders, the smallest first. */
  readonly holders: number;
  /** Share of all that they hold together. */
  readonly held: number;
}

/** The Lorenz curve, from (0, 0) to (1, 1), in at most so many steps. */
export function lorenzCurve(values: readonly bigint[], most = 100): LorenzPoint[] {
  const ascending = values.toSorted(byLargest).toReversed();
  const { length } = ascending;
  const total = sumOf(values);
  const every = Math.max(1, Math.ceil(length / most));
  const points: LorenzPoint[] = [{ holders: 0, held: 0 }];
  let held = 0n;
  for (const [at, value] of ascending.entries()) {
    held += value;
    if ((at + 1) % every !== 0 && at + 1 !== length) continue;
    points.push({ holders: (at + 1) / length, held: ratio(held, total) });
  }
  return points;
}
