import { z } from "zod";

/** How an option fared that money was asked for. */
const fundingWhys = [
  /** those who approve of it paid for it out of their equal shares */
  "bought",
  /** what was left of the budget went to it, by approvals */
  "filled",
  /** those who approve of it had too little left, and so had the budget */
  "unpayable",
  "nobody",
] as const;

const Option = z.string();
/** An amount in the smallest unit of the currency with six decimals, cut off: of shares and prices, which need not be whole. */
const Fine = z.string().regex(/^\d{1,40}\.\d{6}$/);
const Whole = z.int().min(0);

/**
 * Who paid for what where a budget is shared out. Money is in the smallest unit of the currency; whatever is said of
 * one vote is said of one unit of weight.
 */
export const FundingWork = z.object({
  budget: Whole,
  /** what everybody's vote could spend in the end, and how often that had been raised by a hundredth */
  share: z.object({ amount: Fine, raised: Whole }),
  /** in the decision's order; null where an open tie decides who pays for what */
  options: z
    .array(
      z.object({
        option: Option,
        cost: Whole,
        why: z.enum(fundingWhys),
        /** bought: as the first, the second; and what a vote paid that had that much left */
        order: Whole.nullable(),
        price: Fine.nullable(),
        /** bought: the weight of votes that paid the price, and of those that gave the less that they had */
        inFull: Whole,
        emptied: Whole,
        /** unpayable: what those who approve of it had left together, rounded down */
        left: Whole.nullable(),
      }),
    )
    .nullable(),
  /** what most approvals would fund that still fit, one after the other, whoever is left with nothing */
  greedy: z.object({
    funded: z.array(Option),
    spent: Whole,
    /** options level with each other, of which so many are funded and the rest are not */
    level: z.array(z.object({ between: z.array(Option), places: Whole })),
  }),
});
export type FundingWork = z.infer<typeof FundingWork>;
