import { describe, expect, it } from "vitest";
import { FundingPlan, type FundingRound } from "#shared/contract/funding.ts";
import type { FundingSettings } from "#shared/funding/settings.ts";
import { blankPlan, planOf, wireOf } from "./plan.ts";

const settings: readonly FundingSettings[] = [
  { rule: "equal-shares", form: "ranked", most: 7, utility: "cardinality", completion: "none" },
  { rule: "greedy", form: "cumulative", most: 50, utility: "cardinality" },
  {
    rule: "quadratic",
    form: "pledges",
    most: 100,
    pairBound: 25,
    cap: 120_050,
    spendWholePool: false,
  },
];

const fixed = {
  title: "Tools that stay open",
  about: "",
  currency: "EUR",
  budget: 100_050,
  electorate: { roles: ["owner", "moderator"] },
  opensAt: "2030-01-02T03:04:00.000Z",
  closesAt: "2030-02-02T03:04:00.000Z",
  debateId: "019a1bea-b72b-7730-89ac-b15038893014",
} as const satisfies Omit<FundingPlan, "settings" | "electorate"> & { electorate: unknown };

describe("a round that is filled in anew", () => {
  it.each(settings.map((one) => [one.rule, one] as const))(
    "by %s stays as it was where nothing is changed, also in what the form does not ask for",
    (_, one) => {
      const round = { ...fixed, settings: one } as unknown as FundingRound;
      expect(wireOf(planOf(round), round)).toEqual({ ...fixed, settings: one });
    },
  );

  it("belongs to no debate, and is opened by somebody, where those are left empty", () => {
    const plan = { ...blankPlan(Date.parse("2030-01-01T00:00:00Z")), title: "Tools", budget: "10" };
    expect(FundingPlan.parse(wireOf(plan))).toMatchObject({ debateId: null, opensAt: null });
  });
});
