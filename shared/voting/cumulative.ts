import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainByScore } from "./explanation.ts";
import { maxOptions, votingMethod } from "./method.ts";
import { indexOptions } from "./option-index.ts";
import { PointSums } from "./point-sums.ts";
import { blankPoints, checkCredits, checkPoints, eachPoints } from "./points-ballot.ts";
import { pointsRecord, sumOf } from "./points-ballot.ts";
import { tallyByScore } from "./score-tally.ts";

const mostCredits = 1000;

const Ballot = z.strictObject({
  method: z.literal("cumulative"),
  points: pointsRecord(0, mostCredits),
});
const Settings = z.strictObject({
  method: z.literal("cumulative"),
  winners: z.int().min(1).max(maxOptions).default(1),
  /** how many points each ballot may spread */
  credits: z.int().min(1).max(mostCredits).default(10),
});

/**
 * Each ballot spreads its points over the options as it likes; most points win (cumulative voting,
 * "dot voting"; Sawyer and MacRae, "Game theory and cumulative voting in Illinois", American
 * Political Science Review 56, 1962).
 */
export const cumulative = votingMethod({
  id: "cumulative",
  name: "Cumulative voting",
  ballotKind: "points",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...commonStepCodes, "most-points", "next-best"] as const,
  places: ({ winners }) => winners,
  validate: ({ points }, { options, settings: { credits } }) => [
    ...checkPoints(points, { options, field: "points", most: mostCredits }),
    ...checkCredits("points", sumOf(points), credits),
  ],
  count(input) {
    const { options, ballots, settings } = input;
    const { credits, winners } = settings;
    const weights = new Weights(ballots);
    const sums = new PointSums(weights, { options: options.length, least: 0, most: credits });
    const given = { ballots, pointsOf: (ballot: z.infer<typeof Ballot>) => ballot.points };
    for (const { ballot } of ballots) {
      if (sumOf(ballot.points) > credits)
        throw new RangeError("a ballot spends more than its credits");
    }
    eachPoints(indexOptions(options), given, (place, points, at) => sums.add(place, points, at));
    return tallyByScore(input, {
      method: "cumulative",
      measure: "points",
      basis: "possible-points",
      places: winners,
      weights,
      blank: blankPoints(given),
      scores: sums.totals(),
      most: weights.total * BigInt(credits),
    });
  },
  explain: (tally) => explainByScore(tally, "most-points"),
});
