import { describe, expect, it } from "vitest";
import { validateFundingBallot, type FundingBallot } from "./ballot.ts";
import { countRound } from "./outcome.ts";
import type { RoundInput } from "./round.ts";

const projects = [
  { id: "docs", cost: 3_000, least: 1_000 },
  { id: "audit", cost: 5_000, least: 2_000 },
  { id: "party", cost: 4_000, least: 500 },
];
const approving = (heads: number, ...ids: string[]) => ({
  heads,
  ballot: { form: "approval", projects: ids } satisfies FundingBallot,
});
const round: RoundInput = {
  budget: 8_000,
  projects,
  settings: {
    rule: "equal-shares",
    form: "approval",
    most: 3,
    utility: "cost",
    completion: "add1",
  },
  ballots: [approving(6, "docs", "audit"), approving(2, "party")],
  seed: "seed",
};

describe("a round's outcome", () => {
  it("says of each project what it gets and why, what other rules would fund, and who is left out by them", () => {
    const { projects: found, spent, voters, compared, share } = countRound(round);
    expect(found.map(({ id, amount, why }) => [id, amount, why.code])).toEqual([
      ["docs", 3_000, "bought"],
      ["audit", 5_000, "bought"],
      ["party", 0, "unpayable"],
    ]);
    expect(found[0]?.why.values).toEqual({ order: 1, price: "500.0000", inFull: 6, emptied: 0 });
    // Shares are raised by 10 at a time until the third project could be bought, too.
    expect(share).toEqual({ amount: "1990.0000", raised: 99 });
    expect(found[2]?.why.values).toEqual({ left: 3_980, rest: 0, cost: 4_000 });
    expect([spent, voters]).toEqual([8_000, 8]);
    const [shares] = compared;
    expect(shares).toMatchObject({ rule: "equal-shares-cost", excluded: 2, satisfaction: 750 });
  });

  it("matches credits by people, and says who gets nothing for want of others", () => {
    const pledging = (heads: number, credits: Record<string, number>) => ({
      heads,
      ballot: { form: "pledges", credits } satisfies FundingBallot,
    });
    const { projects: found, spent } = countRound({
      ...round,
      settings: {
        rule: "quadratic",
        form: "pledges",
        most: 100,
        pairBound: null,
        cap: null,
        spendWholePool: true,
      },
      ballots: [pledging(5, { docs: 4 }), pledging(2, { audit: 9 }), pledging(1, { party: 100 })],
    });
    expect(found.map(({ id, amount, why }) => [id, amount, why.code])).toEqual([
      ["docs", 3_000, "capped"],
      ["audit", 5_000, "matched"],
      ["party", 0, "no-match"],
    ]);
    expect(spent).toBe(8_000);
  });

  it("points at people who back the same more often than chance makes them, from five on", () => {
    const ids = Array.from({ length: 12 }, (_, at) => `p${at}`);
    const others = Array.from({ length: 60 }, (_, at) => approving(1, ids[at % 12] ?? ""));
    const many = ids.map((id) => ({ id, cost: 1_000, least: 0 }));
    const hints = (heads: number) => {
      const ballots = [approving(heads, "p0", "p2", "p4"), ...others];
      return countRound({ ...round, projects: many, ballots }).hints;
    };
    expect(hints(4)).toEqual([]);
    expect(hints(20)).toEqual([
      expect.objectContaining({ people: 20, projects: ["p0", "p2", "p4"], isExact: true }),
    ]);
    // Of three projects, many people take the same two without knowing of each other.
    const three = Array.from({ length: 40 }, (_, at) => approving(1, projects[at % 3]?.id ?? ""));
    const common = [approving(30, "docs", "audit"), ...three];
    expect(countRound({ ...round, ballots: common }).hints).toEqual([]);
  });

  it("is the same whatever order ballots come in", () => {
    const turned = { ...round, ballots: round.ballots.toReversed() };
    expect(countRound(turned)).toEqual(countRound(round));
  });
});

describe("a ballot", () => {
  const rule = { form: "cumulative", projects: ["docs", "a/b"], most: 10 } as const;
  it.each<[FundingBallot, string, string]>([
    [{ form: "approval", projects: [] }, "/form", "wrong-form"],
    [{ form: "cumulative", points: { none: 1 } }, "/points/none", "unknown-project"],
    [{ form: "cumulative", points: { "a/b": 11 } }, "", "credits-exceeded"],
  ])("that does not fit is told where: %o", (ballot, pointer, code) => {
    expect(validateFundingBallot(ballot, rule)).toEqual([
      expect.objectContaining({ pointer, code }),
    ]);
  });

  it("names no project twice, and no more than the round allows", () => {
    const approval = { form: "approval", projects: ["docs", "audit"], most: 2 } as const;
    const codes = (...ids: string[]) =>
      validateFundingBallot({ form: "approval", projects: ids }, approval).map(({ code }) => code);
    expect(codes("docs", "docs", "audit")).toEqual(["project-twice", "too-many-named"]);
    expect(codes("docs", "audit")).toEqual([]);
  });
});
