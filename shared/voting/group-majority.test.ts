import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countNamed, type Poll } from "../counting/count-decision.ts";
import { GroupCounts } from "../counting/group-counts.ts";
import { backedBy, backsOne, takesSide } from "./backing.ts";
import { type Ballot, methodIds, type Settings } from "./index.ts";

type Answer = "yes" | "no" | "abstain";
const settings = { method: "yes-no", threshold: { kind: "simple-majority" } } as const;
const threshold = { kind: "simple-majority" } as const;

/** A vote of yes or no with a share in every group; each group's votes by answer. */
function decided(groups: readonly Partial<Record<Answer, number>>[], rule = true) {
  const counts = new GroupCounts(settings, [...groups.keys()]);
  const ballots: { voter: string; ballot: Ballot }[] = [];
  groups.forEach((votes, group) =>
    Object.entries(votes).forEach(([answer, count]) => {
      for (let time = 0; time < count; time += 1) {
        const ballot: Ballot = { method: "yes-no", answer: answer as Answer };
        counts.add(ballot, group);
        ballots.push({ voter: `${ballots.length}`, ballot });
      }
    }),
  );
  const poll: Poll = {
    options: ["yes", "no", "abstain"],
    settings,
    quorum: null,
    threshold: null,
    unit: 1n,
    groups: rule ? { threshold, counts: counts.groups() } : null,
  };
  const weights = new Map(ballots.map(({ voter }) => [voter, 1n]));
  return countNamed(poll, { weights, ballots, delegations: [], capPercent: 100 }).outcome;
}

describe("a share that is asked in every group", () => {
  it("fails what most want but most of one group do not, and names the group", () => {
    const outcome = decided([
      { yes: 40, no: 2 },
      { yes: 4, no: 6 },
    ]);
    expect(outcome).toMatchObject({ result: "failed", carried: [] });
    expect(outcome.groups?.shares).toEqual([
      { option: "yes", group: 0, votes: 40, of: 42, isMet: true },
      { option: "yes", group: 1, votes: 4, of: 10, isMet: false },
    ]);
    expect(
      decided(
        [
          { yes: 40, no: 2 },
          { yes: 4, no: 6 },
        ],
        false,
      ).result,
    ).toBe("passed");
  });

  it("is of those who take sides, and not asked of groups of fewer than five", () => {
    const outcome = decided([
      { yes: 3, no: 2, abstain: 9 },
      { yes: 0, no: 4, abstain: 3 },
      { yes: 9 },
    ]);
    expect(outcome).toMatchObject({ result: "passed", carried: ["yes"] });
    expect(outcome.groups).toMatchObject({ small: [1], shares: [{ of: 5 }, { of: 9 }] });
  });

  it("is asked of nobody where there are no groups", () => {
    expect(decided([])).toMatchObject({ result: "failed", groups: { shares: [], small: [] } });
  });

  it("never passes what would fail without it, and where it fails a group is short", () => {
    const votes = fc.record({ yes: fc.nat(12), no: fc.nat(12), abstain: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(votes, { minLength: 1, maxLength: 4 }), (groups) => {
        const [without, outcome] = [decided(groups, false), decided(groups)];
        const shares = outcome.groups?.shares ?? [];
        const isShort = shares.some(({ isMet }) => !isMet);
        const isPassed = without.result === "passed" && !isShort;
        expect(outcome.result).toBe(isPassed ? "passed" : "failed");
      }),
    );
  });
});

describe("what a ballot backs", () => {
  const backed = (ballot: Ballot, chosen: Settings) => backedBy(ballot, chosen);
  it("is what it names, puts first, or puts in the upper half", () => {
    expect(
      backed({ method: "score", scores: { a: 3, b: 2, c: 5 } }, { method: "score", maxScore: 5 }),
    ).toEqual(["a", "c"]);
    expect(
      backed(
        { method: "majority-judgment", grades: { a: 3, b: 2 } },
        { method: "majority-judgment", winners: 1, grades: 6, words: null },
      ),
    ).toEqual(["a"]);
    expect(
      backed(
        { method: "schulze", ranking: [["a", "b"], ["c"]] },
        { method: "schulze", unranked: "last" },
      ),
    ).toEqual(["a", "b"]);
    expect(
      backed(
        { method: "quadratic", votes: { a: 2, b: -2 } },
        { method: "quadratic", winners: 1, credits: 100, against: true },
      ),
    ).toEqual(["a"]);
    expect(takesSide({ method: "consent", stance: "abstain", reason: "" })).toBe(false);
  });

  it("is one option at most in methods that say so", () => {
    expect(methodIds.filter((id) => !backsOne(id))).toEqual(
      expect.arrayContaining(["approval", "score", "quadratic", "time-poll"]),
    );
  });
});
