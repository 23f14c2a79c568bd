import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainByScore } from "./explanation.ts";
import { wholeRoot } from "./fraction.ts";
import { maxOptions, votingMethod, type BallotFault } from "./method.ts";
import { indexOptions, pointerTo } from "./option-index.ts";
import { PointSums } from "./point-sums.ts";
import { blankPoints, checkCredits, checkPoints, eachPoints } from "./points-ballot.ts";
import { pointsRecord, type Points } from "./points-ballot.ts";
import { tallyByScore } from "./score-tally.ts";

const mostVotes = 100;
const mostCredits = mostVotes * mostVotes;

const Ballot = z.strictObject({
  method: z.literal("quadratic"),
  votes: pointsRecord(-mostVotes, mostVotes),
});
const Settings = z.strictObject({
  method: z.literal("quadratic"),
  winners: z.int().min(1).max(maxOptions).default(1),
  /** what each ballot may spend */
  credits: z.int().min(1).max(mostCredits).default(100),
  /** whether one may vote against options too */
  against: z.boolean().default(false),
});

/** What these votes cost: each option the square of the votes for it, or against it. */
const costOf = (votes: Points) => Object.values(votes).reduce((all, one) => all + one * one, 0);

/**
 * So many votes for an option cost their square in credits; most votes win (Lalley and Weyl,
 * "Quadratic Voting: How Mechanism Design Can Radicalize Democracy", AEA Papers and Proceedings 108,
 * 2018). Votes against count as less than nothing.
 */
export const quadratic = votingMethod({
  id: "quadratic",
  name: "Quadratic voting",
  ballotKind: "votes",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...commonStepCodes, "most-votes", "next-best"] as const,
  places: ({ winners }) => winners,
  validate({ votes }, { options, settings: { credits, against } }) {
    const opposed = Object.entries(votes).filter(([, count]) => count < 0 && !against);
    const faults = opposed.map(([option, count]): BallotFault => {
      const pointer = pointerTo("votes", option);
      return { pointer, code: "votes-against-not-allowed", values: { votes: count } };
    });
    return [
      ...checkPoints(votes, { options, field: "votes", most: mostVotes }),
      ...faults,
      ...checkCredits("votes", costOf(votes), credits),
    ];
  },
  count(input) {
    const { options, ballots, settings } = input;
    const { credits, against, winners } = settings;
    const most = Number(wholeRoot(BigInt(credits)));
    const weights = new Weights(ballots);
    const least = against ? -most : 0;
    const sums = new PointSums(weights, { options: options.length, least, most });
    const given = { ballots, pointsOf: (ballot: z.infer<typeof Ballot>) => ballot.votes };
    for (const { ballot } of ballots) {
      if (costOf(ballot.votes) > credits)
        throw new RangeError("a ballot spends more than its credits");
    }
    eachPoints(indexOptions(options), given, (place, votes, at) => sums.add(place, votes, at));
    return tallyByScore(input, {
      method: "quadratic",
      measure: "votes",
      basis: "possible-points",
      places: winners,
      weights,
      blank: blankPoints(given),
      scores: sums.totals(),
      most: weights.total * BigInt(most),
    });
  },
  explain: (tally) => explainByScore(tally, "most-votes"),
});
