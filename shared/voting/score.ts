import { z } from "zod";
import { Weights, type Sums } from "./exact-sums.ts";
import { commonStepCodes, explainByScore } from "./explanation.ts";
import { maxOptions, OptionKey, votingMethod, type BallotFault } from "./method.ts";
import { checkMentions, indexOptions, placeOf, pointerTo } from "./option-index.ts";
import { tallyByScore } from "./score-tally.ts";

const highest = 100;

const Ballot = z.strictObject({
  method: z.literal("score"),
  scores: z
    .record(OptionKey, z.int().min(0).max(highest))
    .refine((scores) => Object.keys(scores).length <= maxOptions, {
      error: `at most ${maxOptions} options`,
    }),
});
const Settings = z.strictObject({
  method: z.literal("score"),
  maxScore: z.int().min(1).max(highest).default(5),
});

/** The number of the cell that collects the ballots which give this option this score. */
const cellOf = (place: number, score: number) => place * (highest + 1) + score;

function pointsOf(sums: Sums, place: number): bigint {
  let points = 0n;
  for (let score = 1; score <= highest; score += 1) {
    points += BigInt(score) * sums.read(cellOf(place, score));
  }
  return points;
}

/**
 * Each option gets 0 to `maxScore` points from each ballot, 0 where the ballot leaves it out; the
 * highest sum wins (score or range voting; Smith, "Range Voting", 2000).
 */
export const score = votingMethod({
  id: "score",
  name: "Score",
  ballotKind: "scores",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...commonStepCodes, "most-points", "next-best"] as const,
  places: () => 1,
  validate({ scores }, { options, settings: { maxScore } }) {
    const given = Object.entries(scores).map(([option, points]) => ({
      option,
      points,
      pointer: pointerTo("scores", option),
    }));
    const tooHigh = given
      .filter(({ points }) => points > maxScore)
      .map(({ pointer, points }): BallotFault => {
        return { pointer, code: "score-too-high", values: { score: points, maxScore } };
      });
    return [...checkMentions(given, options), ...tooHigh];
  },
  count(input) {
    const { maxScore } = input.settings;
    const index = indexOptions(input.options);
    const blankCell = cellOf(input.options.length, 0);
    const weights = new Weights(input.ballots);
    const sums = weights.sums(blankCell + 1);
    input.ballots.forEach(({ ballot }, at) => {
      const given = Object.entries(ballot.scores);
      for (const [option, points] of given) {
        if (!Number.isInteger(points) || points < 0 || points > maxScore) {
          throw new RangeError("a ballot gives a score outside the scale");
        }
        sums.add(cellOf(placeOf(index, option), points), at);
      }
      if (given.length === 0) sums.add(blankCell, at);
    });
    return tallyByScore(input, {
      method: "score",
      measure: "points",
      basis: "possible-points",
      places: 1,
      weights,
      blank: sums.read(blankCell),
      scores: input.options.map((_, place) => pointsOf(sums, place)),
      most: weights.total * BigInt(maxScore),
    });
  },
  explain: (tally) => explainByScore(tally, "most-points"),
});
