import { countGregory } from "./stv/gregory.ts";
import { scottish } from "./stv/rules.ts";
import { transferableVote } from "./stv/transferable-vote.ts";

/**
 * Several seats, in proportion: the single transferable vote as Scotland counts it (Scottish Local
 * Government Elections Order 2007, SSI 2007/42). Amounts are in hundred-thousandths of a vote, as the
 * Order has them; what it cuts off counts as exhausted.
 */
export const stv = transferableVote({
  id: "stv",
  name: "Single transferable vote (Scottish)",
  denominator: 100_000,
  count: (question) => countGregory(scottish, question),
});
