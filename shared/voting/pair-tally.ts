import { cell } from "./defeats.ts";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainTie, step } from "./explanation.ts";
import type { CountInput, Step } from "./method.ts";
import { comparePairs } from "./pairs.ts";
import type { Ranking, Unranked } from "./ranked-ballot.ts";
import { blankWeight, readInChunks } from "./rankings.ts";
import type { Measure, Pairs, Support, Tally, Tie } from "./tally.ts";

type RankedInput = CountInput<{ readonly ranking: Ranking }, { readonly unranked: Unranked }>;

/** The winner's share in the comparison with the rival that comes closest. */
function closestPair({ preferred }: Pairs, one: number): Omit<Support, "option"> {
  let closest: { votes: bigint; of: bigint } | null = null;
  for (let other = 0; other < preferred.length; other += 1) {
    if (other === one) continue;
    const votes = cell(preferred, one, other);
    const of = votes + cell(preferred, other, one);
    if (of > 0n && (!closest || votes * closest.of < closest.votes * of)) closest = { votes, of };
  }
  return closest ?? { votes: 0n, of: 0n };
}

/** What a method made of the comparison of all pairs. */
interface Found {
  readonly method: string;
  readonly measure: Measure;
  /** scores are whole numbers of 1/`denominator` */
  readonly denominator: number;
  readonly scores: readonly bigint[];
  readonly ranking: readonly (readonly string[])[];
  readonly winners: readonly string[];
  readonly tie: Tie | null;
  readonly paths?: Tally["paths"];
}

/** The tally of a method that looks at nothing but the comparison of all pairs. */
export function tallyByPairs(
  { options, ballots, settings }: RankedInput,
  find: (pairs: Pairs) => Found,
): Tally {
  const weights = new Weights(ballots);
  const rankings = readInChunks(options, ballots);
  const pairs = comparePairs({ options, rankings, weights, unranked: settings.unranked });
  const { method, measure, denominator, scores, ranking, winners, tie, paths = null } = find(pairs);
  return {
    method,
    options,
    denominator,
    measure,
    ballots: ballots.length,
    weight: weights.total,
    blank: blankWeight(ballots),
    scores: options.map((option, place) => ({ option, score: scores[place] ?? 0n })),
    ranking,
    winners,
    tie,
    basis: "closest-pair",
    support: winners.map((option) => ({ option, ...closestPair(pairs, options.indexOf(option)) })),
    rounds: [],
    pairs,
    paths,
  };
}

export const pairStepCodes = [
  ...commonStepCodes,
  "beats-every-other",
  "nobody-beats-every-other",
] as const;
type PairStep<Code extends string> = Step<Code | (typeof pairStepCodes)[number]>;

/** Who beats every other one; where nobody does, what the method says then about the winner. */
export function explainByPairs<Code extends string>(
  tally: Tally,
  otherwise: (winner: string) => Step<Code>[],
): PairStep<Code>[] {
  const { pairs, winners } = tally;
  if (tally.weight === 0n || !pairs) return [step("no-votes"), ...explainTie(tally)];
  const beatsAll = pairs.condorcetWinner;
  if (beatsAll !== null && winners[0] === beatsAll && winners.length === 1) {
    return [step("beats-every-other", { options: { winner: [beatsAll] } })];
  }
  const first: PairStep<Code> =
    beatsAll === null
      ? step("nobody-beats-every-other", { options: { smithSet: pairs.smithSet } })
      : step("beats-every-other", { options: { winner: [beatsAll] } });
  const [winner = ""] = winners;
  return winners.length === 1
    ? [first, ...otherwise(winner), ...explainTie(tally)]
    : [first, ...explainTie(tally)];
}
