import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainTie, step } from "./explanation.ts";
import { votingMethod, type Step } from "./method.ts";
import { comparePairs } from "./pairs.ts";
import { checkRanking, Ranking, Unranked } from "./ranked-ballot.ts";
import { blankWeight, readInChunks } from "./rankings.ts";
import { fillPlaces } from "./standing.ts";
import type { Pairs, Support, Tally } from "./tally.ts";

const Ballot = z.strictObject({ method: z.literal("schulze"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("schulze"),
  unranked: Unranked.default("last"),
});

type Matrix = readonly (readonly bigint[])[];
const cell = (matrix: Matrix, row: number, column: number) => matrix[row]?.[column] ?? 0n;

/**
 * Strength of the strongest path between each two options. A path is a chain of pairwise wins and is
 * as strong as its weakest one; a win is as strong as the votes for it ("winning votes"). Only the
 * order of strengths matters on the way, so the search runs on their ranks, which are small numbers.
 */
function strongestPaths(preferred: Matrix): bigint[][] {
  const wins = preferred.map((row, one) =>
    row.map((votes, other) => (votes > cell(preferred, other, one) ? votes : 0n)),
  );
  const strengths = [...new Set([0n, ...wins.flat()])].toSorted((a, b) => (a < b ? -1 : 1));
  const rankOf = new Map(strengths.map((strength, rank) => [strength, rank]));
  const paths = wins.map((row) => Uint32Array.from(row, (strength) => rankOf.get(strength) ?? 0));
  paths.forEach((onward, through) => {
    for (const row of paths) {
      const toThere = row[through] ?? 0;
      for (let to = 0; to < row.length; to += 1) {
        const around = Math.min(toThere, onward[to] ?? 0);
        if (around > (row[to] ?? 0)) row[to] = around;
      }
    }
  });
  // A way back to where it began says nothing.
  return paths.map((row, from) =>
    Array.from(row, (rank, to) => (from === to ? 0n : (strengths[rank] ?? 0n))),
  );
}

/** `beats[i][j]`: the path from i to j is stronger than the one back. This never runs in a circle. */
function beatsByPath(paths: Matrix): boolean[][] {
  return paths.map((row, one) => row.map((strength, other) => strength > cell(paths, other, one)));
}

/** First those whom nobody beats, then those whom nobody of the rest beats, and so on. */
function rankByPaths(options: readonly string[], beats: readonly boolean[][]): string[][] {
  const ranking: string[][] = [];
  let left = options.map((_, place) => place);
  while (left.length > 0) {
    const rest = left;
    const unbeaten = rest.filter((one) => !rest.some((other) => beats[other]?.[one]));
    ranking.push(unbeaten.map((place) => options[place] ?? ""));
    left = rest.filter((place) => !unbeaten.includes(place));
  }
  return ranking;
}

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
    const paths = strongestPaths(pairs.preferred);
    const beats = beatsByPath(paths);
    const ranking = rankByPaths(options, beats);
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
