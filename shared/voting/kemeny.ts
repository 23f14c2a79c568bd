import { cell, type Matrix } from "./defeats.ts";

/** More options than this take too long: the work doubles with each. */
export const kemenyLimit = 16;

export interface KemenyResult {
  /** those who are first in some best ranking */
  readonly winners: readonly number[];
  /** the best ranking, where there is only one */
  readonly ranking: readonly number[] | null;
  /** how many of the ballots' preferences between two the best ranking agrees with */
  readonly score: bigint;
}

/** The best that each set of options can be ranked, found from smaller sets. */
function bestOf(preferred: Matrix): {
  best: bigint[];
  gain: (first: number, set: number) => bigint;
} {
  const count = preferred.length;
  const gain = (first: number, set: number) => {
    let sum = 0n;
    for (let other = 0; other < count; other += 1) {
      if (set & (1 << other)) sum += cell(preferred, first, other);
    }
    return sum;
  };
  const best: bigint[] = [0n];
  for (let set = 1; set < 1 << count; set += 1) {
    let most: bigint | null = null;
    for (let first = 0; first < count; first += 1) {
      if (!(set & (1 << first))) continue;
      const rest = set & ~(1 << first);
      const score = gain(first, rest) + (best[rest] ?? 0n);
      if (most === null || score > most) most = score;
    }
    best.push(most ?? 0n);
  }
  return { best, gain };
}

/**
 * The ranking that agrees with most preferences between two options on the ballots (Kemeny,
 * "Mathematics without numbers", Daedalus 88, 1959; Young and Levenglick, "A consistent extension of
 * Condorcet's election principle", SIAM Journal on Applied Mathematics 35, 1978), found over all sets
 * of options instead of all rankings (Held and Karp, 1962).
 */
export function kemeny(preferred: Matrix): KemenyResult {
  const count = preferred.length;
  if (count > kemenyLimit) throw new RangeError(`at most ${kemenyLimit} options`);
  const { best, gain } = bestOf(preferred);
  const firstsOf = (set: number) =>
    preferred.flatMap((_, first) => {
      const rest = set & ~(1 << first);
      const isFirst = set & (1 << first) && gain(first, rest) + (best[rest] ?? 0n) === best[set];
      return isFirst ? [first] : [];
    });
  const all = (1 << count) - 1;
  const winners = firstsOf(all);
  const ranking: number[] = [];
  for (let set = all; set > 0;) {
    const [first, ...others] = firstsOf(set);
    if (first === undefined || others.length > 0) break;
    ranking.push(first);
    set &= ~(1 << first);
  }
  return { winners, ranking: ranking.length === count ? ranking : null, score: best[all] ?? 0n };
}
