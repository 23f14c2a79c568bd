import type { Weights } from "./exact-sums.ts";
import { onOneDenominator, type Fraction, add, fraction, zero } from "./fraction.ts";
import type { Unranked } from "./ranked-ballot.ts";
import type { Rankings } from "./rankings.ts";

/** What each option has, in whole numbers of 1/`denominator`. */
export interface FirstPlaces {
  readonly votes: readonly bigint[];
  readonly exhausted: bigint;
  readonly denominator: bigint;
}

interface Question {
  readonly rankings: Rankings;
  readonly weights: Weights;
  /** who is still in, by place */
  readonly continuing: readonly number[];
  /** "last": a ballot that names nobody of them puts all of them first together */
  readonly unranked: Unranked;
}

/** The highest place on a ballot at which somebody stands who is still in: all who stand there. */
function firstGroup({ starts, order, below }: Rankings, at: number, isIn: Uint8Array): number[] {
  const start = starts[at] ?? 0;
  const end = starts[at + 1] ?? 0;
  for (let from = start; from < end;) {
    const to = start + (below[from] ?? end - start);
    const group = Array.from(order.subarray(from, to)).filter((place) => isIn[place] === 1);
    if (group.length > 0) return group;
    from = to;
  }
  return [];
}

/** Counts who comes first on the ballots among those still in; several at one place share the vote equally. */
export function firstPlaces({ rankings, weights, continuing, unranked }: Question): FirstPlaces {
  const isIn = new Uint8Array(rankings.options);
  for (const place of continuing) isIn[place] = 1;
  // One row of cells for each number of options that share a vote; row 0 collects the exhausted.
  const sums = weights.sums(rankings.options * (rankings.options + 1));
  for (let at = 0; at < rankings.ballots; at += 1) {
    const ranked = firstGroup(rankings, at, isIn);
    const group = ranked.length > 0 || unranked === "ignored" ? ranked : continuing;
    for (const place of group) sums.add(group.length * rankings.options + place, at);
    if (group.length === 0) sums.add(0, at);
  }
  const shares = Array.from({ length: rankings.options }, (_, place) => {
    let votes: Fraction = zero;
    for (let sharing = 1; sharing <= rankings.options; sharing += 1) {
      const weight = sums.read(sharing * rankings.options + place);
      if (weight > 0n) votes = add(votes, fraction(weight, BigInt(sharing)));
    }
    return votes;
  });
  const { denominator, amounts } = onOneDenominator(shares);
  return { votes: amounts, exhausted: sums.read(0) * denominator, denominator };
}
