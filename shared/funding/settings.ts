import { z } from "zod";
import { mostCredits, mostProjects } from "./ballot.ts";
import { utilities } from "./poll.ts";

/** The largest amount in the smallest unit of a currency: numbers in JSON hold it exactly. */
export const mostMoney = 1_000_000_000_000_000;
/** A whole number of the smallest unit of the round's currency. */
export const Money = z.int().min(0).max(mostMoney);

const Most = z.int().min(1);
const voting = {
  form: z.enum(["approval", "cumulative", "ranked"]),
  /** how many projects a ballot may name, or how many points it may give */
  most: Most.max(mostCredits),
  utility: z.enum(utilities).default("cost"),
};

/** How a round's budget is shared out, and what its ballots look like. */
export const FundingSettings = z
  .discriminatedUnion("rule", [
    z.strictObject({
      rule: z.literal("equal-shares"),
      ...voting,
      completion: z.enum(["add1", "none"]).default("add1"),
    }),
    z.strictObject({ rule: z.literal("greedy"), ...voting }),
    z.strictObject({
      rule: z.literal("quadratic"),
      form: z.literal("pledges"),
      /** credits of each person */
      most: Most.max(mostCredits),
      /** the M of pairwise-bounded funding, in credits; null leaves pairs unbounded */
      pairBound: z.int().min(1).max(mostCredits).nullable().default(null),
      /** what one project gets at most, besides what it asks for */
      cap: Money.min(1).nullable().default(null),
      spendWholePool: z.boolean().default(true),
    }),
  ])
  .meta({ id: "FundingSettings" });
export type FundingSettings = z.infer<typeof FundingSettings>;
export const fundingRules = ["equal-shares", "greedy", "quadratic"] as const;

/** How many projects a ballot names at most, where that is what `most` counts. */
export const mostNamed = ({ form, most }: FundingSettings): number =>
  form === "approval" || form === "ranked" ? Math.min(most, mostProjects) : mostProjects;
