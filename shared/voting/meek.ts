import { z } from "zod";
import { maxOptions, votingMethod } from "./method.ts";
import { checkRanking, Ranking, Unranked } from "./ranked-ballot.ts";
import { explainStv, stvStepCodes } from "./stv/explanation.ts";
import { countMeek, meekReference } from "./stv/meek-count.ts";
import { tallyStv } from "./stv/stv-tally.ts";

const Ballot = z.strictObject({ method: z.literal("meek"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("meek"),
  winners: z.int().min(1).max(maxOptions).default(1),
  /** for the comparison of pairs; the rounds count what is ranked */
  unranked: Unranked.default("last"),
});

/**
 * Several seats, in proportion: the single transferable vote by Meek's method, by the reference rule of
 * the Proportional Representation Foundation. Amounts are in billionths of a vote.
 */
export const meek = votingMethod({
  id: "meek",
  name: "Single transferable vote (Meek)",
  ballotKind: "ranking",
  ballot: Ballot,
  settings: Settings,
  stepCodes: stvStepCodes,
  places: ({ winners }) => winners,
  validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: false }),
  count: (input) =>
    tallyStv(input, {
      method: "meek",
      denominator: 1_000_000_000,
      count: (question) => countMeek(meekReference, question),
    }),
  explain: explainStv,
});
