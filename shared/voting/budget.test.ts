import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { equalShares } from "../funding/equal-shares.ts";
import type { Poll } from "../funding/poll.ts";
import { budget } from "./budget.ts";
import { rulesOf } from "./budget-settings.ts";
import { Settings, validateSettings } from "./index.ts";
import { casesOf, type Case } from "./testing-laws.ts";

type Rules = Parameters<typeof budget.count>[0]["settings"];

const count = (input: Case, tieBreak?: Parameters<typeof budget.count>[0]["tieBreak"]) =>
  budget.count({ ...(input as unknown as Parameters<typeof budget.count>[0]), tieBreak });
const costIn = ({ settings }: Case, options: readonly string[]) => {
  const { costs } = settings as unknown as Rules;
  return options.reduce((sum, option) => sum + (costs[option] ?? 0), 0);
};

/** The same question as the kernel of funding rounds is asked it, in so small a unit that shares are whole. */
function asRound({ options, settings, ballots }: Case, lot: readonly string[]): Poll {
  const { budget: most, costs } = settings as unknown as Rules;
  const heads = ballots.reduce((sum, { weight }) => sum + Number(weight), 0);
  const unit = 100n * BigInt(Math.max(1, heads));
  return {
    budget: BigInt(most) * unit,
    projects: options.map((id) => ({ id, cost: BigInt(costs[id] ?? 0) * unit })),
    ballots: ballots
      .filter(({ weight }) => weight > 0n)
      .map(({ ballot, weight }) => ({
        heads: Number(weight),
        backs: (ballot["approved"] as string[]).map((option) => {
          return { place: options.indexOf(option), points: 1 };
        }),
      })),
    lot,
  };
}

describe("a vote on a budget", () => {
  it("funds what a round with equal shares funds", () => {
    fc.assert(
      fc.property(casesOf("budget"), (input) => {
        const order = input.options.toReversed();
        const { funded } = equalShares(
          asRound(input, order),
          rulesOf(input.settings as unknown as Rules),
        );
        const { winners } = count(input, { rule: "lot", order });
        expect(winners.toSorted()).toEqual(
          funded.map((place) => input.options[place] ?? "").toSorted(),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("never costs more than there is, and what is certain neither", () => {
    fc.assert(
      fc.property(casesOf("budget"), (input) => {
        const { budget: most } = input.settings as unknown as Rules;
        const drawn = count(input, { rule: "lot", order: input.options });
        expect(costIn(input, drawn.winners)).toBeLessThanOrEqual(most);
        const { winners, tie, funding } = count(input);
        const certain = winners.filter((option) => !tie?.between.includes(option));
        expect(costIn(input, certain)).toBeLessThanOrEqual(most);
        expect(funding?.greedy.spent).toBeLessThanOrEqual(most);
      }),
      { numRuns: 40 },
    );
  });

  it("has nobody pay for an option more than their share, and all of them what it costs", () => {
    fc.assert(
      fc.property(casesOf("budget"), (input) => {
        const { funding } = count(input);
        const share = Number(funding?.share.amount);
        for (const { price, cost, inFull, emptied } of funding?.options ?? []) {
          expect(Number(price)).toBeLessThanOrEqual(share);
          const paid = Number(price) * inFull;
          expect(paid).toBeLessThanOrEqual(cost);
          const isPaidInFull = inFull > 0 && emptied === 0;
          expect(cost - paid < 0.001 || !isPaidInFull).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("ends raising shares once nothing more fits, and leaves to approvals what one person alone wants", () => {
    const options = ["road", "park", "well"];
    const settings = Settings.parse({
      method: "budget",
      budget: 10_000,
      currency: "EUR",
      costs: { road: 6_000, park: 5_000, well: 3_900 },
    });
    const approve = (heads: bigint, ...approved: string[]) => ({
      ballot: { method: "budget" as const, approved },
      weight: heads,
    });
    const ballots = [approve(600n, "road"), approve(399n, "park"), approve(1n, "well")];
    const { winners, funding } = count({ options, settings, ballots });
    expect(winners).toEqual(["road", "well"]);
    expect(funding?.share.raised).toBeLessThan(30);
    expect(funding?.options?.map(({ why }) => why)).toEqual(["bought", "unpayable", "filled"]);
  });

  it("is for one vote each: weights that cannot be added exactly are misuse", () => {
    const settings = Settings.parse({
      method: "budget",
      budget: 2,
      currency: "EUR",
      costs: { a: 1, b: 1 },
    });
    const ballot = { method: "budget" as const, approved: ["a"] };
    const ballots = [{ ballot, weight: 2n ** 53n }];
    expect(() => count({ options: ["a", "b"], settings, ballots })).toThrow(RangeError);
  });
});

describe("what options cost", () => {
  const faults = (costs: object) =>
    validateSettings({
      options: ["a", "b"],
      settings: Settings.parse({ method: "budget", budget: 5, currency: "EUR", costs }),
    }).map(({ pointer, code }) => `${code} ${pointer}`);

  it("is said of each of them, of nothing else, and fits into the budget", () => {
    expect(faults({ a: 5, b: 1 })).toEqual([]);
    expect(faults({ a: 6, "c/d": 1 })).toEqual([
      "cost-above-budget /settings/costs/a",
      "cost-missing /settings/costs/b",
      "cost-of-no-option /settings/costs/c~1d",
    ]);
  });

  it.each([
    { budget: 0 },
    { budget: 1.5 },
    { costs: { a: 0, b: 1 } },
    { costs: { a: -1, b: 1 } },
    { currency: "" },
    { currency: "\u202Exyz" },
    { currency: "E\u200BUR" },
  ])("is a whole number above zero: %j is refused", (more) => {
    const settings = { method: "budget", budget: 5, currency: "EUR", costs: { a: 1, b: 1 } };
    expect(Settings.safeParse(settings).success).toBe(true);
    expect(Settings.safeParse({ ...settings, ...more }).success).toBe(false);
  });
});

interface Published {
  readonly budget: number;
  readonly projects: readonly { readonly id: string; readonly cost: number }[];
  readonly ballots: readonly { readonly count: number; readonly approve: readonly string[] }[];
  readonly expected: readonly {
    readonly rule: string;
    readonly utility: "cost" | "cardinality";
    readonly outcomes: readonly (readonly string[])[];
  }[];
}

describe.each(["all-affordable", "appex-1"])("the published case %s, put to a vote", (name) => {
  const file = new URL(`../conformance/fixtures/pb/pabutools-${name}.json`, import.meta.url);
  const {
    budget: most,
    projects,
    ballots,
    expected,
  } = JSON.parse(readFileSync(file, "utf8")) as Published;
  const tallyBy = (utility: "cost" | "cardinality") =>
    count({
      options: projects.map(({ id }) => id),
      settings: Settings.parse({
        method: "budget",
        budget: most,
        currency: "EUR",
        costs: Object.fromEntries(projects.map(({ id, cost }) => [id, cost])),
        utility,
        completion: "none",
      }),
      ballots: ballots.map(({ count: heads, approve }) => ({
        ballot: { method: "budget", approved: approve },
        weight: BigInt(heads),
      })),
    });
  const got = (options: readonly string[]) => options.toSorted();

  it.each(expected.filter(({ rule }) => rule === "mes" || rule === "greedy-welfare"))(
    "funds what was published for $rule by $utility",
    ({ rule, utility, outcomes }) => {
      const { winners, funding } = tallyBy(utility);
      const found = rule === "mes" ? winners : (funding?.greedy.funded ?? []);
      expect(outcomes.map((one) => got(one))).toContainEqual(got(found));
    },
  );
});
