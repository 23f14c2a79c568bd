import { z } from "zod";
import { maxOptions, votingMethod } from "./method.ts";
import { checkRanking, Ranking, Unranked } from "./ranked-ballot.ts";
import { explainStv, stvStepCodes } from "./stv/explanation.ts";
import { countGregory } from "./stv/gregory.ts";
import { scottish } from "./stv/rules.ts";
import { tallyStv } from "./stv/stv-tally.ts";

const Ballot = z.strictObject({ method: z.literal("stv"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("stv"),
  winners: z.int().min(1).max(maxOptions).default(1),
  /** for the comparison of pairs; the stages count what is ranked */
  unranked: Unranked.default("last"),
});

/**
 * Several seats, in proportion: the single transferable vote as Scotland counts it (Scottish Local
 * Government Elections Order 2007, SSI 2007/42). Amounts are in hundred-thousandths of a vote, as the
 * Order has them; what it cuts off counts as exhausted.
 */
export const stv = votingMethod({
  id: "stv",
  name: "Single transferable vote (Scottish)",
  ballotKind: "ranking",
  ballot: Ballot,
  settings: Settings,
  stepCodes: stvStepCodes,
  places: ({ winners }) => winners,
  validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: false }),
  count: (input) =>
    tallyStv(input, {
      method: "stv",
      denominator: 100_000,
      count: (question) => countGregory(scottish, question),
    }),
  explain: explainStv,
});
