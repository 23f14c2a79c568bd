import { describe, expect, it } from "vitest";
import { Ballot, Settings } from "../voting/index.ts";
import type { NamedCase } from "./decided-case.ts";
import { type Change, otherMethods, whatIf } from "./what-if.ts";

const snapshotId = "01930000-0000-7000-8000-000000000001";
const nothing: Change = { method: null, weighting: null, sybils: null, whale: null };

/** Voters with their tokens and what their ballots say, by a method. */
function caseOf(settings: object, voters: readonly (readonly [number, object])[]): NamedCase {
  const parsed = Settings.parse(settings);
  return {
    poll: {
      options: ["a", "b", "c"],
      settings: parsed,
      quorum: null,
      threshold: null,
      unit: 1n,
    },
    weighting: { kind: "one-person" },
    electors: voters.map(([tokens], at) => {
      return { id: `${at}`, role: "member", tokens: BigInt(tokens), weight: 1n };
    }),
    ballots: voters.map(([, fields], at) => ({
      voter: `${at}`,
      ballot: Ballot.parse({ method: parsed.method, ...fields }),
    })),
    delegations: [],
    capPercent: 100,
  };
}
const winnersOf = (decided: NamedCase, change: Partial<Change>) =>
  whatIf(decided, { ...nothing, ...change }).tally.winners;
const order = (...options: string[]) => ({ ranking: options.map((one) => [one]) });

// Nobody's first choice is b but two of seven's, and b beats both others.
const ranked = caseOf({ method: "schulze" }, [
  [1, order("a", "b", "c")],
  [1, order("a", "b", "c")],
  [1, order("a", "b", "c")],
  [1, order("c", "b", "a")],
  [1, order("c", "b", "a")],
  [50, order("b", "c", "a")],
  [1, order("b", "c", "a")],
]);

describe("what if", () => {
  it("counts the same rankings by other methods that take them, and by first choices", () => {
    expect(winnersOf(ranked, {})).toEqual(["b"]);
    const others = otherMethods(ranked.poll.settings);
    const named = (id: string) => others.find(({ settings }) => settings.method === id) ?? null;
    expect(named("schulze")).toBeNull();
    expect(winnersOf(ranked, { method: named("copeland") })).toEqual(["b"]);
    expect(winnersOf(ranked, { method: named("plurality") })).toEqual(["a"]);
    expect(named("plurality")?.by).toBe("first-choice");
    expect(named("approval")).toBeNull();
  });

  it("reads scores as approvals where they are half of the scale or more", () => {
    const scored = caseOf({ method: "score", maxScore: 4 }, [
      [1, { scores: { a: 4, b: 2 } }],
      [1, { scores: { a: 4, b: 2 } }],
      [1, { scores: { a: 1, b: 2 } }],
    ]);
    expect(winnersOf(scored, {})).toEqual(["a"]);
    const [approval = null] = otherMethods(scored.poll.settings);
    expect(approval?.by).toBe("half-or-more");
    expect(winnersOf(scored, { method: approval })).toEqual(["b"]);
  });

  it("offers no other method for ballots that say too little for one", () => {
    expect(otherMethods(Settings.parse({ method: "plurality" }))).toEqual([]);
  });

  const forA = { choice: "a" };
  const plain = caseOf({ method: "plurality" }, [
    [10, forA],
    [10, forA],
    [100, { choice: "b" }],
  ]);
  const token = { kind: "token", snapshotId } as const;

  it("weighs the same ballots otherwise", () => {
    expect(winnersOf(plain, {})).toEqual(["a"]);
    expect(winnersOf(plain, { weighting: token })).toEqual(["b"]);
  });

  it("lets invented people turn a vote by heads, and not one by tokens", () => {
    const sybils = { count: 2, option: "c" };
    expect(winnersOf(plain, { sybils })).toEqual(["a", "c"]);
    expect(winnersOf(plain, { sybils: { ...sybils, count: 3 } })).toEqual(["c"]);
    expect(winnersOf(plain, { sybils: { ...sybils, count: 500 }, weighting: token })).toEqual([
      "b",
    ]);
  });

  it("lets one who holds enough turn a vote by tokens, who has that share of all", () => {
    const whale = { percent: 60, option: "c" };
    const { tally } = whatIf(plain, { ...nothing, weighting: token, whale });
    expect(tally.winners).toEqual(["c"]);
    expect(tally.weight).toBe(300n);
    expect(winnersOf(plain, { whale: { percent: 10, option: "c" }, weighting: token })).toEqual([
      "b",
    ]);
  });
});
