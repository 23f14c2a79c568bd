import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Poll } from "../counting/count-decision.ts";
import { weigh, type Weighting } from "../counting/weighting.ts";
import { type Ballot, Settings } from "../voting/index.ts";
import type { Elector, NamedCase } from "./decided-case.ts";
import { namelessReport, powerReport } from "./report.ts";

const snapshotId = "01930000-0000-7000-8000-000000000001";
const byToken: Weighting = { kind: "token", snapshotId };

const poll = (more: Partial<Poll> = {}): Poll => ({
  options: ["a", "b", "c"],
  settings: { method: "plurality" },
  quorum: null,
  threshold: null,
  unit: 1n,
  ...more,
});

interface Voter {
  readonly tokens: number;
  readonly choice?: string;
  readonly to?: string;
}

/** A vote between a, b and c; voters are called 0, 1, 2 ... */
function caseOf(weighting: Weighting, voters: readonly Voter[], more: Partial<NamedCase> = {}) {
  const holders = voters.map(({ tokens }) => ({ role: "member" as const, tokens: BigInt(tokens) }));
  const weights = weigh(weighting, holders);
  const electors = holders.map((holder, at): Elector => {
    return { id: `${at}`, ...holder, weight: weights[at] ?? 0n };
  });
  const ballots = voters.flatMap(({ choice }, at) =>
    choice === undefined
      ? []
      : [{ voter: `${at}`, ballot: { method: "plurality" as const, choice } }],
  );
  const delegations = voters.flatMap(({ to }, at) =>
    to === undefined
      ? []
      : [{ from: `${at}`, to, percent: 100, madeAt: `2026-11-01T00:00:0${at % 10}Z` }],
  );
  const decided: NamedCase = {
    poll: poll(),
    weighting,
    electors,
    ballots,
    delegations,
    capPercent: 100,
    ...more,
  };
  return decided;
}

/** A whale for a; twenty people for b. */
const whale = [
  { tokens: 1_000, choice: "a" },
  ...Array.from({ length: 20 }, () => ({ tokens: 10, choice: "b" })),
];
/** So many who hold the same, of whom so many are for a and the others for b. */
const equals = (people: number, forA: number) =>
  Array.from({ length: people }, (_, at) => ({ tokens: 1, choice: at < forA ? "a" : "b" }));
const codesOf = (decided: NamedCase) => powerReport(decided).warnings.map(({ code }) => code);

describe("the same ballots under other weightings", () => {
  it("are counted by tokens, their roots and their caps, beside one vote each", () => {
    const { weightings } = powerReport(caseOf(byToken, whale));
    expect(weightings.map(({ kind, percent }) => [kind, percent])).toEqual([
      ["token", null],
      ["one-person", null],
      ["square-root", null],
      ["capped-token", 1],
      ["capped-token", 5],
      ["capped-token", 10],
    ]);
    expect(weightings.map(({ winners, differs }) => [winners[0], differs])).toEqual([
      ["a", "no"],
      ["b", "winner"],
      ["b", "winner"],
      ["b", "winner"],
      ["b", "winner"],
      ["b", "winner"],
    ]);
    expect(weightings[0]).toMatchObject({
      isInForce: true,
      runnerUp: "b",
      lead: { by: "800", of: "1200" },
      result: "passed",
    });
  });

  it("are compared with one vote each alone where nobody's tokens are known", () => {
    const decided = caseOf({ kind: "one-person" }, whale);
    const electors = decided.electors.map((one) => ({ ...one, tokens: null }));
    expect(powerReport({ ...decided, electors }).weightings).toHaveLength(1);
  });

  it("may name the same winner and still end otherwise", () => {
    const threshold = { kind: "two-thirds" } as const;
    const decided = caseOf(byToken, [{ tokens: 9, choice: "a" }, ...equals(5, 2)], {
      poll: poll({ threshold }),
    });
    const report = powerReport(decided);
    expect(report.weightings[1]).toMatchObject({ winners: ["a", "b"], differs: "winner" });
    const three = caseOf(byToken, [{ tokens: 9, choice: "a" }, ...equals(5, 3)], {
      poll: poll({ threshold: { kind: "share", share: { num: 3, den: 4 } } }),
    });
    expect(powerReport(three).weightings[1]).toMatchObject({ winners: ["a"], differs: "result" });
    expect(codesOf(three)).toContain("result-differs");
  });
});

describe("a report warns", () => {
  it("where three voters pass the threshold alone, and not where it takes four", () => {
    const heavy = (people: number) => [
      ...Array.from({ length: people }, () => ({ tokens: 10, choice: "a" })),
      ...equals(people * 9, 0),
    ];
    expect(codesOf(caseOf(byToken, heavy(3)))).toContain("few-decide-alone");
    expect(codesOf(caseOf(byToken, heavy(4)))).not.toContain("few-decide-alone");
  });

  it("not where everybody spends an own part of a budget, however much of it one has", () => {
    const settings = Settings.parse({
      method: "budget",
      budget: 300,
      currency: "EUR",
      costs: { a: 100, b: 100, c: 200 },
    });
    const approve = (voter: string, ...approved: string[]) => {
      return { voter, ballot: { method: "budget" as const, approved } };
    };
    const base = caseOf({ kind: "one-person" }, [{ tokens: 0 }, { tokens: 0 }, { tokens: 0 }]);
    const report = powerReport({
      ...base,
      electors: base.electors.map((elector) => ({ ...elector, tokens: null })),
      poll: poll({ settings }),
      ballots: [approve("0", "c", "a"), approve("1", "c"), approve("2", "b")],
    });
    expect(report).toMatchObject({ indices: null, voters: { nakamoto: null } });
    expect(report.flip).toMatchObject({ state: "found", from: "b", isExact: false });
    expect(report.warnings.map(({ code }) => code)).not.toContain("few-decide-alone");
  });

  it("where another option wins with one vote each, and says which", () => {
    const { warnings } = powerReport(caseOf(byToken, whale));
    expect(warnings.find(({ code }) => code === "winner-differs")?.options).toEqual({
      winners: ["a"],
      onePerson: ["b"],
    });
    expect(codesOf(caseOf({ kind: "one-person" }, whale))).not.toContain("winner-differs");
  });

  it("where fewer than five voters could have turned it, and not where it takes five", () => {
    expect(codesOf(caseOf(byToken, equals(27, 17)))).toContain("few-can-flip");
    expect(codesOf(caseOf(byToken, equals(28, 18)))).not.toContain("few-can-flip");
  });

  it("where more was delegated to somebody than anybody may carry, and not for what may be", () => {
    const delegating = (people: number) => [
      ...equals(20, 12),
      ...Array.from({ length: people }, () => ({ tokens: 1, to: "0" })),
      ...Array.from({ length: 10 - people }, () => ({ tokens: 1 })),
    ];
    const capped = (people: number) => {
      return caseOf({ kind: "one-person" }, delegating(people), { capPercent: 10 });
    };
    expect(powerReport(capped(4)).warnings).toContainEqual({
      code: "delegate-over-cap",
      people: ["0"],
      options: {},
      numbers: { people: 4, share: 4 / 30, cap: 0.1 },
    });
    expect(codesOf(capped(3))).not.toContain("delegate-over-cap");
  });

  it("of nothing where many hold the same and it was not close", () => {
    expect(codesOf(caseOf(byToken, equals(40, 30)))).toEqual([]);
  });
});

describe("the figures of a report", () => {
  it("tell how weight is held by all who may vote, and by those who did", () => {
    const report = powerReport(caseOf(byToken, [...whale, { tokens: 1_000 }]));
    expect(report.electorate).toMatchObject({ holders: 22, nakamoto: 2 });
    expect(report.electorate.top1).toBeCloseTo(1_000 / 2_200, 9);
    expect(report.voters).toMatchObject({ holders: 21, nakamoto: 1, top10: 1_090 / 1_200 });
    expect(report.voters.lorenz.at(-1)).toEqual({ holders: 1, held: 1 });
    expect(report.turnout).toEqual({
      persons: { cast: 21, of: 22 },
      weight: { cast: "1200", of: "2200" },
    });
  });

  it("tell who has how much power: a dictator all of it", () => {
    const { indices } = powerReport(caseOf(byToken, whale));
    expect(indices).toMatchObject({ method: "exact", error: 0, quota: "601" });
    expect(indices?.top).toHaveLength(20);
    expect(indices?.top[0]).toMatchObject({ id: "0", banzhaf: 1, shapleyShubik: 1 });
  });

  it("are those of [4; 3, 2, 1] as published", () => {
    // maxlit/powerindex, README.md (MIT)
    const three = [3, 2, 1].map((tokens) => ({ tokens, choice: "a" }));
    const { indices } = powerReport(caseOf(byToken, three));
    const found = indices?.top.flatMap(({ banzhaf, shapleyShubik }) => [banzhaf, shapleyShubik]);
    const published = [0.6, 2 / 3, 0.2, 1 / 6, 0.2, 1 / 6];
    for (const [at, value] of published.entries()) expect(found?.[at]).toBeCloseTo(value, 9);
  });

  it("count as one voter's what others gave them", () => {
    const report = powerReport(
      caseOf({ kind: "one-person" }, [
        ...equals(3, 2),
        { tokens: 1, to: "2" },
        { tokens: 1, to: "2" },
      ]),
    );
    expect(report.delegation).toMatchObject({
      people: 2,
      share: 0.4,
      delegates: [{ id: "2", people: 2, weight: "2", share: 0.4 }],
    });
    expect(report.indices?.top[0]).toMatchObject({ id: "2", weight: "3", share: 0.6 });
  });
});

describe("a report without names", () => {
  const ballots = (forA: number, forB: number): Ballot[] => [
    ...Array.from({ length: forA }, () => ({ method: "plurality" as const, choice: "a" })),
    ...Array.from({ length: forB }, () => ({ method: "plurality" as const, choice: "b" })),
  ];

  it("holds counts alone", () => {
    const report = namelessReport({ poll: poll(), electors: 30, ballots: ballots(12, 8) });
    expect(report).toMatchObject({
      indices: null,
      delegation: null,
      electorate: { holders: 30, gini: 0 },
      voters: { holders: 20, gini: 0, nakamoto: 11 },
      flip: { state: "found", voters: 3, isExact: true },
      weightings: [{ kind: "one-person", winners: ["a"] }],
    });
    expect(report.warnings.map(({ code }) => code)).toEqual(["few-can-flip"]);
  });

  it("is the same in whatever order ballots come", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ballots(4, 6), { minLength: 10 }), (mixed) => {
        const of = (all: Ballot[]) => namelessReport({ poll: poll(), electors: 10, ballots: all });
        expect(of(mixed)).toEqual(of(ballots(4, 6)));
      }),
      { numRuns: 20 },
    );
  });
});
