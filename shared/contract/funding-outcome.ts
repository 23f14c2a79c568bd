import { z } from "zod";
import { comparedRules } from "#shared/funding/compared-rules.ts";
import { whyCodes } from "#shared/funding/round.ts";
import { Money } from "#shared/funding/settings.ts";

const Value = z.union([z.string(), z.number()]);

export const FundedProject = z
  .object({
    id: z.string(),
    amount: Money,
    people: z.int(),
    points: z.int(),
    why: z.object({ code: z.enum(whyCodes), values: z.record(z.string(), Value) }),
  })
  .meta({ id: "FundedProject" });

/** What a round led to, with why, what other rules would fund, and what is worth a look. */
export const FundingOutcome = z
  .object({
    voters: z.int(),
    spent: Money,
    projects: z.array(FundedProject),
    lot: z.array(z.string()),
    share: z.object({ amount: z.string(), raised: z.int() }).nullable(),
    compared: z.array(
      z.object({
        rule: z.enum(comparedRules),
        amounts: z.record(z.string(), Money),
        spent: Money,
        /** thousandths of what people wanted, in the mean */
        satisfaction: z.int(),
        excluded: z.int(),
      }),
    ),
    hints: z.array(
      z.object({
        people: z.int(),
        expected: z.string(),
        projects: z.array(z.string()),
        isExact: z.boolean(),
        gain: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: "FundingOutcome" });
export type FundingOutcome = z.infer<typeof FundingOutcome>;
