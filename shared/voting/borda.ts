import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainByScore } from "./explanation.ts";
import { maxOptions, votingMethod } from "./method.ts";
import { PointSums } from "./point-sums.ts";
import { checkRanking, Ranking, Unranked } from "./ranked-ballot.ts";
import { blankWeight, readInChunks, type Rankings } from "./rankings.ts";
import { tallyByScore } from "./score-tally.ts";

const Ballot = z.strictObject({ method: z.literal("borda"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("borda"),
  winners: z.int().min(1).max(maxOptions).default(1),
  unranked: Unranked.default("last"),
  /** what the last place is worth */
  lowestPoints: z.int().min(0).max(1).default(0),
});

/** Twice the average worth of the places from `from` to before `to`: a whole number. */
const doubled = (places: { readonly of: number; readonly from: number; readonly to: number }) =>
  2 * (places.of - 1) - places.from - (places.to - 1);

interface Worth {
  readonly unranked: Unranked;
  /** by how much every place is worth more than its number of lower places, doubled */
  readonly extra: number;
}

/** Gives each option named between `start` and `end` what its place is worth; tells who was named. */
function addNamed(points: PointSums, part: Rankings, { at, extra }: { at: number; extra: number }) {
  const { options: of, first, starts, order, below } = part;
  const start = starts[at] ?? 0;
  const end = starts[at + 1] ?? 0;
  const named = new Set<number>();
  for (let from = start; from < end;) {
    const to = start + (below[from] ?? 0);
    const worth = doubled({ of, from: from - start, to: to - start }) + extra;
    for (; from < to; from += 1) {
      named.add(order[from] ?? 0);
      points.add(order[from] ?? 0, worth, first + at);
    }
  }
  return named;
}

function addPart(points: PointSums, part: Rankings, { unranked, extra }: Worth): void {
  const { options: of, ballots, first } = part;
  for (let at = 0; at < ballots; at += 1) {
    const named = addNamed(points, part, { at, extra });
    if (unranked === "ignored" || named.size === 0 || named.size === of) continue;
    const worth = doubled({ of, from: named.size, to: of }) + extra;
    for (let place = 0; place < of; place += 1) {
      if (!named.has(place)) points.add(place, worth, first + at);
    }
  }
}

/**
 * A place is worth as many points as there are places below it; options at one place, and those that
 * a ballot leaves out, share equally what their places are worth. Most points win. Borda, "Mémoire
 * sur les élections au scrutin", 1781 (1784); the average for ties as in Emerson, "The original Borda
 * count and partial voting", Social Choice and Welfare 40, 2013. Scores are halves of points.
 */
export const borda = votingMethod({
  id: "borda",
  name: "Borda count",
  ballotKind: "ranking",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...commonStepCodes, "most-points", "next-best"] as const,
  places: ({ winners }) => winners,
  validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: true }),
  count(input) {
    const { options, ballots, settings } = input;
    const weights = new Weights(ballots);
    const extra = 2 * settings.lowestPoints;
    const most = 2 * (options.length - 1) + extra;
    const points = new PointSums(weights, { options: options.length, least: 0, most });
    for (const part of readInChunks(options, ballots)) {
      addPart(points, part, { unranked: settings.unranked, extra });
    }
    return tallyByScore(input, {
      method: "borda",
      measure: "points",
      basis: "possible-points",
      places: settings.winners,
      weights,
      blank: blankWeight(ballots),
      scores: points.totals(),
      denominator: 2,
      most: weights.total * BigInt(most),
    });
  },
  explain: (tally) => explainByScore(tally, "most-points"),
});
