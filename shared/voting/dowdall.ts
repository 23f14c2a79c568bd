import { add, fraction, multiply, sum, type Fraction, zero } from "./fraction.ts";
import type { RankedBallots, Unranked } from "./ranked-ballot.ts";

/** The average of 1/place over the places from `from` to before `to`, counted from 0. */
function average(from: number, to: number): Fraction {
  const worths = Array.from({ length: to - from }, (_, at) => fraction(1n, BigInt(from + at + 1)));
  return multiply(sum(worths), fraction(1n, BigInt(to - from)));
}

/**
 * The n-th place is worth 1/n (Dowdall's rule, used in Nauru; Fraenkel and Grofman, "The Borda count and
 * its real-world alternatives", Australian Journal of Political Science 49, 2014). Options at one place
 * share equally what their places are worth.
 */
export function dowdall(
  options: readonly string[],
  ballots: RankedBallots,
  unranked: Unranked,
): Map<string, Fraction> {
  const scores = new Map(options.map((option) => [option, zero]));
  for (const { ballot, weight } of ballots) {
    const named = new Set(ballot.ranking.flat());
    const rest = options.filter((option) => !named.has(option));
    const groups =
      unranked === "last" && named.size > 0 ? [...ballot.ranking, rest] : ballot.ranking;
    let from = 0;
    for (const group of groups) {
      if (group.length === 0) continue;
      const worth = multiply(fraction(weight), average(from, from + group.length));
      for (const option of group) scores.set(option, add(scores.get(option) ?? zero, worth));
      from += group.length;
    }
  }
  return scores;
}
