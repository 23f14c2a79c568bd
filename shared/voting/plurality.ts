import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainByScore } from "./explanation.ts";
import { OptionKey, votingMethod } from "./method.ts";
import { checkMentions, indexOptions, placeOf } from "./option-index.ts";
import { tallyByScore } from "./score-tally.ts";

const Ballot = z.strictObject({ method: z.literal("plurality"), choice: OptionKey });
const Settings = z.strictObject({ method: z.literal("plurality") });

/** One choice each; most votes win (single-member plurality, "first past the post"). */
export const plurality = votingMethod({
  id: "plurality",
  name: "Plurality",
  ballotKind: "choice",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...commonStepCodes, "most-votes", "next-best"] as const,
  places: () => 1,
  validate: ({ choice }, { options }) =>
    checkMentions([{ option: choice, pointer: "/choice" }], options),
  count(input) {
    const index = indexOptions(input.options);
    const weights = new Weights(input.ballots);
    const sums = weights.sums(input.options.length);
    input.ballots.forEach(({ ballot }, at) => sums.add(placeOf(index, ballot.choice), at));
    return tallyByScore(input, {
      method: "plurality",
      measure: "votes",
      basis: "ballots",
      places: 1,
      weights,
      blank: 0n,
      scores: input.options.map((_, place) => sums.read(place)),
    });
  },
  explain: (tally) => explainByScore(tally, "most-votes"),
});
