import { z } from "zod";
import { Approved, checkApproved } from "./approval-ballot.ts";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainByScore } from "./explanation.ts";
import { maxOptions, votingMethod } from "./method.ts";
import { indexOptions, placeOf } from "./option-index.ts";
import { tallyByScore } from "./score-tally.ts";

const Ballot = z.strictObject({
  method: z.literal("approval"),
  approved: Approved,
});
const Settings = z.strictObject({
  method: z.literal("approval"),
  winners: z.int().min(1).max(maxOptions).default(1),
});

/**
 * Any number of options each; most approvals win (Brams and Fishburn, "Approval Voting", American
 * Political Science Review 72, 1978). With several winners the highest win. A ballot that approves
 * of nothing is against all and counts in the total.
 */
export const approval = votingMethod({
  id: "approval",
  name: "Approval",
  ballotKind: "approval",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...commonStepCodes, "most-approvals", "next-best"] as const,
  places: ({ winners }) => winners,
  validate: checkApproved,
  count(input) {
    const index = indexOptions(input.options);
    const blankCell = input.options.length;
    const weights = new Weights(input.ballots);
    const sums = weights.sums(blankCell + 1);
    input.ballots.forEach(({ ballot }, at) => {
      const places = new Set(ballot.approved.map((option) => placeOf(index, option)));
      for (const place of places) sums.add(place, at);
      if (places.size === 0) sums.add(blankCell, at);
    });
    return tallyByScore(input, {
      method: "approval",
      measure: "approvals",
      basis: "ballots",
      places: input.settings.winners,
      weights,
      blank: sums.read(blankCell),
      scores: input.options.map((_, place) => sums.read(place)),
    });
  },
  explain: (tally) => explainByScore(tally, "most-approvals"),
});
