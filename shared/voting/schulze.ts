import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { cell } from "./defeats.ts";
import { commonStepCodes, explainTie, step } from "./explanation.ts";
import { votingMethod, type Step } from "./method.ts";
import { closestPair } from "./pair-tally.ts";
import { comparePairs } from "./pairs.ts";
import { checkRanking, Ranking, Unranked } from "./ranked-ballot.ts";
import { blankWeight, readInChunks } from "./rankings.ts";
import { beatsByPath, rankByBeats, strongestPaths } from "./schulze-paths.ts";
import { fillPlaces } from "./standing.ts";
import type { Tally } from "./tally.ts";

const Ballot = z.strictObject({ method: z.literal("schulze"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("schulze"),
  unranked: Unranked.default("last"),
});

function explain(tally: Tally): Step<(typeof stepCodes)[number]>[] {
  const { pairs, paths, winners, options } = tally;
  if (tally.weight === 0n || !pairs || !paths) return [step("no-votes"), ...explainTie(tally)];
  if (pairs.condorcetWinner !== null) {
    return [step("beats-every-other", { options: { winner: [pairs.condorcetWinner] } })];
  }
  const steps: Step<(typeof stepCodes)[number]>[] = [
    step("nobody-beats-every-other", { options: { smithSet: pairs.smithSet } }),
  ];
  const winner = winners[0];
  const next = tally.ranking[1];
  if (winners.length > 1 || winner === undefined || tally.tie || !next) {
    return [...steps, ...explainTie(tally)];
  }
  const from = options.indexOf(winner);
  for (const rival of next) {
    const to = options.indexOf(rival);
    const amounts = { there: cell(paths, from, to), back: cell(paths, to, from) };
    steps.push(step("stronger-path", { options: { winner: [winner], rival: [rival] }, amounts }));
  }
  return steps;
}

const stepCodes = [
  ...commonStepCodes,
  "beats-every-other",
  "nobody-beats-every-other",
  "stronger-path",
] as const;

/**
 * The Schulze method on winning votes: an option beats another if its strongest path to it is
 * stronger than the one back, and those whom nobody beats win. Schulze, "A new monotonic,
 * clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method",
 * Social Choice and Welfare 36, 2011; arXiv:1804.02973. Wins with equally many votes for them are
 * equally strong, however many votes are against.
 */
export const schulze = votingMethod({
  id: "schulze",
  name: "Schulze",
  ballotKind: "ranking",
  ballot: Ballot,
  settings: Settings,
  stepCodes,
  places: () => 1,
  validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: true }),
  count(input): Tally {
    const { options, ballots, settings, tieBreak } = input;
    const weights = new Weights(ballots);
    const rankings = readInChunks(options, ballots);
    const pairs = comparePairs({ options, rankings, weights, unranked: settings.unranked });
    const found = strongestPaths(pairs.preferred, "winning");
    const beats = beatsByPath(found);
    const paths = found.ranks.map((row) =>
      Array.from(row, (rank) => cell(pairs.preferred, ...(found.example[rank] ?? [0, 0]))),
    );
    const ranking = rankByBeats(options, beats);
    const { winners, tie } = fillPlaces(ranking, 1, tieBreak);
    return {
      method: "schulze",
      options,
      denominator: 1,
      measure: "rivals-beaten",
      ballots: ballots.length,
      weight: weights.total,
      blank: blankWeight(ballots),
      scores: options.map((option, place) => {
        return { option, score: BigInt(beats[place]?.filter(Boolean).length ?? 0) };
      }),
      ranking,
      winners,
      tie,
      basis: "closest-pair",
      support: winners.map((option) => ({
        option,
        ...closestPair(pairs, options.indexOf(option)),
      })),
      rounds: [],
      pairs,
      paths,
    };
  },
  explain,
});
