import { countMeek, meekReference } from "./stv/meek-count.ts";
import { transferableVote } from "./stv/transferable-vote.ts";

/**
 * Several seats, in proportion: the single transferable vote by Meek's method, by the reference rule of
 * the Proportional Representation Foundation. Amounts are in billionths of a vote.
 */
export const meek = transferableVote({
  id: "meek",
  name: "Single transferable vote (Meek)",
  denominator: 1_000_000_000,
  count: (question) => countMeek(meekReference, question),
});
