import { z } from "zod";
import type { EqualSharesSettings } from "../funding/equal-shares.ts";
import { utilities } from "../funding/poll.ts";
import { mostMoney } from "../funding/settings.ts";
import { maxOptions, OptionKey } from "./method.ts";

/** A whole number of the smallest unit of the currency, above zero. */
export const Money = z.int().min(1).max(mostMoney);

/** What each option costs, by its key in ballots. */
export const Costs = z
  .record(OptionKey, Money)
  .refine((costs) => Object.keys(costs).length <= maxOptions, {
    error: `at most ${maxOptions} options`,
  });

/** What the money is called: no characters that nobody sees. */
export const Currency = z
  .string()
  .trim()
  .min(1)
  .max(12)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]+$/u);

export const sharing = {
  /** what a funded option is worth to those who approve of it: what it costs, or the same as any other */
  utility: z.enum(utilities).default("cost"),
  /** whether shares are raised, and the rest given to most approvals, until nothing more fits */
  completion: z.enum(["add1", "none"]).default("add1"),
};
const Sharing = z.object(sharing);

/**
 * Shares are raised to eleven times what they were at most, and no longer than something more fits: what so few back that
 * it would take more goes by approvals out of the rest, as all does that equal shares leave over.
 */
const raising = { mostRaises: 1_000, untilNothingFits: true } as const;

/** How the kernel of funding shares this budget out. */
export const rulesOf = ({ utility, completion }: BudgetSettings): EqualSharesSettings => {
  return { utility, completion, ...raising };
};

export type BudgetSettings = z.infer<typeof Sharing> & {
  readonly method: "budget";
  readonly budget: number;
  readonly costs: Readonly<Record<string, number>>;
  readonly currency: string;
};

export interface BudgetBallot {
  readonly method: "budget";
  readonly approved: readonly string[];
}
