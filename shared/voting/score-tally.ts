import type { Weights } from "./exact-sums.ts";
import type { CountInput } from "./method.ts";
import { fillPlaces, rankByScore } from "./standing.ts";
import type { Basis, Measure, Support, Tally } from "./tally.ts";

/** What a method found that elects by score alone. */
interface Counted {
  readonly method: string;
  readonly measure: Measure;
  readonly basis: Basis;
  readonly places: number;
  readonly weights: Weights;
  readonly blank: bigint;
  /** by place in the list of options */
  readonly scores: readonly bigint[];
  /** scores are whole numbers of 1/`denominator`; 1 unless said */
  readonly denominator?: number;
  /** the highest score there could have been; the weight of all ballots unless said */
  readonly most?: bigint;
}

/** The tally of a method in which the highest scores win. */
export function tallyByScore(input: CountInput<unknown, unknown>, counted: Counted): Tally {
  const { options, tieBreak } = input;
  const { method, measure, basis, weights, blank } = counted;
  const ranking = rankByScore(options, counted.scores);
  const elected = fillPlaces(ranking, counted.places, tieBreak);
  const scores = options.map((option, place) => ({ option, score: counted.scores[place] ?? 0n }));
  const of = counted.most ?? weights.total;
  const support: Support[] = scores
    .filter(({ option }) => elected.winners.includes(option))
    .map(({ option, score }) => ({ option, votes: score, of }));
  return {
    method,
    options,
    denominator: counted.denominator ?? 1,
    measure,
    ballots: input.ballots.length,
    weight: weights.total,
    blank,
    scores,
    ranking,
    winners: elected.winners,
    tie: elected.tie,
    basis,
    support,
    rounds: [],
    pairs: null,
    paths: null,
  };
}
