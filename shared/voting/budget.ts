import { z } from "zod";
import { Approved, checkApproved } from "./approval-ballot.ts";
import { commonStepCodes } from "./explanation.ts";
import { countBudget } from "./budget-count.ts";
import { explainFunding, fundingStepCodes } from "./budget-explanation.ts";
import { Costs, Currency, Money, sharing } from "./budget-settings.ts";
import { type SettingFault, votingMethod } from "./method.ts";
import { pointerTo } from "./option-index.ts";

const Ballot = z.strictObject({
  method: z.literal("budget"),
  approved: Approved,
});
const Settings = z.strictObject({
  method: z.literal("budget"),
  budget: Money,
  costs: Costs,
  currency: Currency,
  ...sharing,
});

/**
 * A budget, and options that each cost something: people approve of what they would have paid for, and the Method of
 * Equal Shares funds it (Peters, Pierczynski and Skowron, "Proportional Participatory Budgeting with Additive
 * Utilities", NeurIPS 2021). Everybody's vote spends an equal part of the budget, so that it is for one vote each.
 */
export const budget = votingMethod({
  id: "budget",
  name: "Budget (equal shares)",
  ballotKind: "approval",
  ballot: Ballot,
  settings: Settings,
  stepCodes: [...commonStepCodes, ...fundingStepCodes],
  places: () => null,
  validateSettings({ options, settings }) {
    const { costs, budget: most } = settings;
    const known = new Set(options);
    const costOf = new Map(Object.entries(costs));
    const fault = (option: string, code: SettingFault["code"], values = {}): SettingFault => {
      return { pointer: pointerTo("settings", "costs", option), code, values };
    };
    return [
      ...options.flatMap((option) => {
        const cost = costOf.get(option);
        if (cost === undefined) return [fault(option, "cost-missing")];
        return cost > most ? [fault(option, "cost-above-budget", { cost, budget: most })] : [];
      }),
      ...[...costOf.keys()]
        .filter((option) => !known.has(option))
        .map((option) => fault(option, "cost-of-no-option")),
    ];
  },
  validate: checkApproved,
  count: countBudget,
  explain: explainFunding,
});
