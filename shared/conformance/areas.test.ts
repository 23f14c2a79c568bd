import { describe, expect, it } from "vitest";
import { areas } from "./areas.ts";
import { decimalText, exact, isMet, wholeNumbers } from "./exact-number.ts";

function check(area: string, content: unknown) {
  const found = areas.find(({ name }) => name === area)?.check("case", content) ?? [];
  return found.map((finding) => {
    if (finding.verdict === "passed") return "passed";
    if ("reason" in finding) return `${finding.verdict}: ${finding.reason}`;
    const told = finding.differences.map(({ what, got }) => `${what}: ${JSON.stringify(got)}`);
    return `failed: ${told.join(", ")}`;
  });
}

const ballots = [
  { count: 3, ranking: [["A"], ["B"], ["C"]] },
  { count: 2, ranking: [["B"], ["C"]] },
];
const election = (...expected: object[]) => ({
  ballotType: "ranked",
  candidates: ["A", "B", "C"],
  ballots,
  expected,
});

describe("an election", () => {
  it("is compared in all that its source says, and told where it differs", () => {
    const right = { method: "irv", winners: ["A"], rounds: [{ A: 3, B: 2, C: 0 }] };
    const wrong = { method: "borda", winners: ["C"], scores: { A: 6.5, B: 7, C: 2 } };
    expect(check("elections", election(right, wrong))).toEqual([
      "passed",
      'failed: winners: ["B"], score of A: "6"',
    ]);
  });

  it("takes any winner that a draw may give, and none that it may not", () => {
    const tied = (possibleWinners: string[]) => ({
      ...election({ method: "plurality", possibleWinners }),
      ballots: [
        { count: 1, ranking: [["A"]] },
        { count: 1, ranking: [["B"]] },
      ],
    });
    expect(check("elections", tied(["A", "B"]))).toEqual(["passed"]);
    expect(check("elections", tied(["A"]))).toEqual(['failed: winners: ["A","B"]']);
  });

  it("names rules that nothing counts, whatever they are called", () => {
    const rules = [{ method: "dictatorship" }, { method: "constructor" }, { method: "pav" }];
    expect(
      check("elections", election(...rules.map((rule) => ({ ...rule, winners: ["A"] })))),
    ).toEqual([
      "not-applicable: no rule of this name is counted here",
      "not-applicable: no rule of this name is counted here",
      "not-applicable: it counts approval ballots, these are ranked ones",
    ]);
  });

  it.each([
    [null, /malformed/],
    [{ ballotType: "ranked" }, /malformed: candidates/],
    [
      { ...election({ method: "irv", winners: ["A"] }), ballotType: "spoken" },
      /malformed: ballotType/,
    ],
    [election(), /malformed: expected/],
    [
      { ...election({ method: "irv" }), ballots: [{ count: 1, ranking: [["X"]] }] },
      /ballots\.0: names X/,
    ],
    [{ ...election({ method: "irv" }), ballots: [{ count: 1, ranking: [["A"], ["A"]] }] }, /twice/],
    [
      { ...election({ method: "irv" }), ballots: [{ count: -1, ranking: [] }] },
      /ballots\.0\.count/,
    ],
    [election({ method: "irv" }), /nothing in it can be compared/],
  ])("that is none fails with the reason: %#", (content, reason) => {
    const [found] = check("elections", content);
    expect(found).toMatch(/^failed/);
    expect(found).toMatch(reason);
  });
});

describe("votes by tokens", () => {
  const votes = (type: string, list: object[], scores: number[]) => ({
    type,
    choices: ["a", "b", "c"],
    votes: list,
    expected: { scores },
  });

  // The vectors of the description of Snapshot's voting types.
  it("are counted by every type that Snapshot has", () => {
    const shares = [
      { count: 1, power: 100, choice: { "1": 1, "2": 1 } },
      { count: 1, power: 9, choice: { "1": 1 } },
      { count: 1, power: 16, choice: { "2": 3, "3": 1 } },
    ];
    const quadratic = { ...votes("quadratic", shares, [58.583, 64.1067, 2.3104]), tolerance: 1e-3 };
    expect(check("weighted", quadratic)).toEqual(["passed"]);
    expect(check("weighted", votes("weighted", shares, [59, 62, 4]))).toEqual(["passed"]);
    const orders = [
      { count: 4, power: 1, choice: [1, 2, 3] },
      { count: 3, power: 1, choice: [2, 3, 1] },
      { count: 2, power: 1, choice: [3, 1, 2] },
    ];
    const copeland = { ...votes("copeland", orders, [3.037, 3.037, 2.9259]), tolerance: 1e-3 };
    expect(check("weighted", copeland)).toEqual(["passed"]);
    expect(check("weighted", votes("ranked-choice", orders, [6, 3, 0]))).toEqual(["passed"]);
  });

  it("count for nobody where the choice is none", () => {
    const list = [
      { count: 2, power: "0.5", choice: 1 },
      { count: 1, power: 7, choice: 4 },
      { count: 1, power: 7, choice: [1] },
      { count: 1, power: 7, choice: "1" },
    ];
    expect(check("weighted", votes("single-choice", list, [1, 0, 0]))).toEqual(["passed"]);
  });
});

describe("power and concentration", () => {
  it("are found exactly, and what has another name is left out", () => {
    const game = {
      quota: 2.5,
      weights: [1, 1, 1],
      expected: { banzhafAbsolute: [0.25, 0.25, 0.25] },
    };
    expect(check("power", game)).toEqual(["passed"]);
    const above = { quota: 2, weights: [1, 1, 1], rule: "winning if sum > quota" };
    expect(
      check("power", { ...above, expected: { shapleyShubik: [1, 1, 1], deegan: [] } }),
    ).toEqual([
      expect.stringMatching(/^failed: voter 1: 0\.333\d*, voter 2: /),
      "not-applicable: no index of this name is computed here",
    ]);
    const held = {
      values: [5, 3, 2],
      expected: { nakamoto: 1, nakamoto66: 2, top2Share: 0.8, zeta: 1 },
    };
    expect(check("concentration", held)).toEqual([
      "passed",
      "passed",
      "passed",
      "not-applicable: no measure of this name is computed here",
    ]);
  });

  it("say where they only approximate, so that nobody takes that for a fault of the source", () => {
    const weights = Array.from({ length: 60 }, (_, at) => 1_000_003 * (at + 1) + at);
    const expected = { shapleyShubik: weights.map(() => 1) };
    const [found] = check("power", { quota: 10 ** 9, weights, expected });
    expect(found).toContain("voter 1 (approximated)");
  });
});

describe("delegations", () => {
  const resolve = (policy: string) => ({
    kind: "resolve",
    voters: ["a", "b", "c", "d"],
    delegations: [
      { from: "a", to: "b", topic: "roads" },
      { from: "a", to: "d", topic: "parks" },
      { from: "b", to: "c", topic: null, whenDelegateSilent: policy },
      { from: "c", to: "b" },
    ],
    topicPrecedence: ["parks", "roads"],
    proposalTopics: ["roads"],
    votes: { d: "yes" },
    expected: { resolved: { a: null, d: { value: "yes", castBy: "d", direct: true } } },
  });

  it("are resolved as decisions resolve them; other rules for silent delegates are named", () => {
    expect(check("delegation", resolve("follow"))).toEqual(["passed"]);
    expect(check("delegation", resolve("abstain"))[0]).toMatch(/^not-applicable: .*abstain$/);
    const both = { ...resolve("follow"), proposalTopics: ["roads", "parks"] };
    const yes = { value: "yes", castBy: "d", direct: false };
    expect(check("delegation", { ...both, expected: { resolved: { a: yes } } })).toEqual([
      "passed",
    ]);
  });

  it("of a kind that nothing answers are left out, by name", () => {
    expect(check("delegation", { kind: "merge" })).toEqual([
      "not-applicable: nothing here answers this kind of question",
    ]);
  });

  it("may not run in a circle", () => {
    const chain = [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
    ];
    const add = (attempt: object, createsCycle: boolean) =>
      check("delegation", {
        kind: "add-edge",
        delegations: chain,
        attempt,
        expected: { createsCycle },
      });
    expect(add({ from: "c", to: "a" }, true)).toEqual(["passed"]);
    expect(add({ from: "a", to: "c" }, false)).toEqual(["passed"]);
  });
});

describe("Merkle trees", () => {
  const tree = { kind: "tree", leafInputs: [""] };
  const empty = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";

  it("are hashed as RFC 6962 says, and what is no such case is named", () => {
    expect(check("merkle", { ...tree, expected: { root: empty } })).toEqual(["passed"]);
    expect(check("merkle", { ...tree, expected: { root: "00" } })).toEqual([
      `failed: root: "${empty}"`,
    ]);
    expect(check("merkle", { kind: "tile" })).toEqual([
      "not-applicable: nothing here answers this kind of question",
    ]);
    expect(check("merkle", { kind: "tree" })[0]).toMatch(/^failed: .*leafInputs/);
  });
});

describe("numbers in cases", () => {
  it("are read as they are written", () => {
    expect([exact("1300.50000"), exact(0.1), exact("-2e-3"), exact(1e21)].map(decimalText)).toEqual(
      ["1300.5", "0.1", "-0.002", "1000000000000000000000"],
    );
    expect(isMet("0.333", { num: 1n, den: 3n })).toBe(false);
    expect(isMet(0.3333333333, { num: 1n, den: 3n })).toBe(true);
    expect(isMet("1/3", { num: 1n, den: 3n })).toBe(true);
    expect(wholeNumbers(["1/3", "0.5", 2])).toEqual({ unit: 6n, amounts: [2n, 3n, 12n] });
  });
});
