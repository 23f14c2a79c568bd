import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainByScore } from "./explanation.ts";
import { maxOptions, votingMethod } from "./method.ts";
import { indexOptions } from "./option-index.ts";
import { PointSums } from "./point-sums.ts";
import { blankPoints, checkPoints, eachPoints, pointsRecord } from "./points-ballot.ts";
import { tallyByScore } from "./score-tally.ts";
import type { Tally } from "./tally.ts";

/** 0 cannot, 1 if need be, 2 can */
const can = 2;

const Ballot = z.strictObject({
  method: z.literal("time-poll"),
  availability: pointsRecord(0, can),
});
const Settings = z.strictObject({
  method: z.literal("time-poll"),
  winners: z.int().min(1).max(maxOptions).default(1),
});

/**
 * Who can come when: a time gets two points from whoever can and one from whoever could if need be;
 * most points win. Times that a ballot leaves out are those at which its voter cannot. The rule of
 * the time polls of Loomio.
 */
export const timePoll = votingMethod({
  id: "time-poll",
  name: "Time poll",
  ballotKind: "availability",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...commonStepCodes, "most-points", "next-best"] as const,
  places: ({ winners }) => winners,
  validate: ({ availability }, { options }) =>
    checkPoints(availability, { options, field: "availability", most: can }),
  count(input): Tally {
    const { options, ballots, settings } = input;
    const weights = new Weights(ballots);
    const sums = new PointSums(weights, { options: options.length, least: 0, most: can });
    const given = { ballots, pointsOf: (ballot: z.infer<typeof Ballot>) => ballot.availability };
    eachPoints(indexOptions(options), given, (place, points, at) => sums.add(place, points, at));
    const tally = tallyByScore(input, {
      method: "time-poll",
      measure: "points",
      basis: "possible-points",
      places: settings.winners,
      weights,
      blank: blankPoints(given),
      scores: sums.totals(),
      most: weights.total * BigInt(can),
    });
    const levels = options.map((option, place) => {
      return { option, weights: sums.levelsOf(place, weights.total) };
    });
    return { ...tally, levels };
  },
  explain: (tally) => explainByScore(tally, "most-points"),
});
