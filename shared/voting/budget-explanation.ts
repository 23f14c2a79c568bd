import { type commonStepCodes, explainTie, step } from "./explanation.ts";
import type { FundingWork } from "./funding-work.ts";
import type { Step } from "./method.ts";
import type { Tally } from "./tally.ts";

export const fundingStepCodes = [
  "equal-parts",
  "parts-raised",
  "paid-by-supporters",
  "filled-from-rest",
  "not-payable",
  "approved-by-nobody",
] as const;

type Code = (typeof fundingStepCodes)[number] | (typeof commonStepCodes)[number];

/** What explains an option that fared so. */
const codes = {
  bought: "paid-by-supporters",
  filled: "filled-from-rest",
  unpayable: "not-payable",
  nobody: "approved-by-nobody",
} as const satisfies Record<NonNullable<FundingWork["options"]>[number]["why"], Code>;

/** Explains what a budget was spent on: what votes had, who paid for what, and what nobody could pay for. */
export function explainFunding(tally: Tally): Step<Code>[] {
  const { funding, weight } = tally;
  if (!funding || weight === 0n) return [step("no-votes")];
  const { raised } = funding.share;
  const options = funding.options ?? [];
  const fared = Object.entries(codes).flatMap(([why, code]) => {
    const these = options.filter((one) => one.why === why);
    const inOrder = these.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0));
    const named = inOrder.map(({ option }) => option);
    return these.length === 0 ? [] : [step<Code>(code, { options: { these: named } })];
  });
  return [
    step("equal-parts"),
    ...(raised > 0 ? [step<Code>("parts-raised", { counts: { raised } })] : []),
    ...fared,
    ...explainTie(tally),
  ];
}
