import { describe, expect, it } from "vitest";
import {
  Ballot,
  countBallots,
  explainTally,
  Settings,
  validateBallot,
  validateSettings,
} from "./index.ts";
import type { Tally } from "./tally.ts";

const options = ["a/b", "c~d", "e"];

function faults(settings: object, ballot: object) {
  const rule = { options, settings: Settings.parse(settings) };
  return validateBallot(Ballot.parse(ballot), rule).map(
    ({ pointer, code }) => `${code} ${pointer}`,
  );
}

describe("a ballot that does not fit the decision", () => {
  it("is told which option nobody knows", () => {
    const known = ["a/b", "nobody"];
    expect(faults({ method: "plurality" }, { method: "plurality", choice: "x" })).toEqual([
      "unknown-option /choice",
    ]);
    expect(faults({ method: "approval" }, { method: "approval", approved: known })).toEqual([
      "unknown-option /approved/1",
    ]);
    expect(faults({ method: "score" }, { method: "score", scores: { toString: 1 } })).toEqual([
      "unknown-option /scores/toString",
    ]);
    expect(faults({ method: "irv" }, { method: "irv", ranking: [["e"], ["x"]] })).toEqual([
      "unknown-option /ranking/1/0",
    ]);
  });

  it("is told which option it names twice", () => {
    expect(faults({ method: "approval" }, { method: "approval", approved: ["e", "e"] })).toEqual([
      "duplicate-option /approved/1",
    ]);
    const ranking = [["e"], ["a/b", "e"]];
    expect(faults({ method: "schulze" }, { method: "schulze", ranking })).toEqual([
      "duplicate-option /ranking/1/1",
    ]);
  });

  it("may rank options equal in a Schulze vote, not in an instant runoff", () => {
    const ranking = [["e"], ["a/b", "c~d"]];
    expect(faults({ method: "schulze" }, { method: "schulze", ranking })).toEqual([]);
    expect(faults({ method: "irv" }, { method: "irv", ranking })).toEqual([
      "tie-not-allowed /ranking/1",
    ]);
  });

  it("is told which score is above the scale, by a pointer that names any option", () => {
    const ballot = { method: "score", scores: { "a/b": 6, "c~d": 7, e: 5 } };
    expect(faults({ method: "score" }, ballot)).toEqual([
      "score-too-high /scores/a~1b",
      "score-too-high /scores/c~0d",
    ]);
  });

  it("is refused when it is for another method", () => {
    expect(faults({ method: "irv" }, { method: "schulze", ranking: [] })).toEqual([
      "wrong-method /method",
    ]);
  });

  it("is told of a few faults only, however many it has", () => {
    const approved = Array.from({ length: 500 }, (_, number) => `nobody ${number}`);
    expect(faults({ method: "approval" }, { method: "approval", approved })).toHaveLength(20);
  });
});

describe("a blank ballot", () => {
  it.each([
    { method: "approval", approved: [] },
    { method: "score", scores: {} },
    { method: "irv", ranking: [] },
    { method: "schulze", ranking: [] },
  ])("is allowed and counted as such: $method", (ballot) => {
    const { method } = ballot;
    expect(faults({ method }, ballot)).toEqual([]);
    const settings = Settings.parse({ method });
    const ballots = [{ ballot: Ballot.parse(ballot), weight: 3n }];
    const tally = countBallots({ options, ballots, settings });
    expect(tally).toMatchObject({ weight: 3n, blank: 3n, ballots: 1 });
  });
});

describe("what is no ballot at all", () => {
  it.each([
    null,
    "plurality",
    {},
    { method: "dictatorship", choice: "a" },
    { method: "plurality" },
    { method: "plurality", choice: "" },
    { method: "plurality", choice: "x".repeat(65) },
    { method: "plurality", choice: "a", weight: 1000 },
    { method: "approval", approved: "a" },
    { method: "approval", approved: Array.from({ length: 501 }, () => "a") },
    { method: "score", scores: { a: Number.NaN } },
    { method: "score", scores: { a: Number.POSITIVE_INFINITY } },
    { method: "score", scores: { a: -1 } },
    { method: "score", scores: { a: 1.5 } },
    { method: "score", scores: { a: "5" } },
    { method: "score", scores: { a: 101 } },
    { method: "score", scores: ["a"] },
    {
      method: "score",
      scores: Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`o${at}`, 1])),
    },
    { method: "irv", ranking: ["a", "b"] },
    { method: "irv", ranking: [[]] },
    { method: "schulze", ranking: Array.from({ length: 501 }, () => ["a"]) },
  ])("is refused by the schema: %j", (value) => {
    expect(Ballot.safeParse(value).success).toBe(false);
  });

  it("cannot smuggle in a prototype", () => {
    const ballot = Ballot.parse(JSON.parse('{"method":"score","scores":{"__proto__":5,"e":1}}'));
    expect(ballot).toEqual({ method: "score", scores: { e: 1 } });
  });
});

describe("a count", () => {
  const settings = Settings.parse({ method: "schulze" });
  const ranked = (ranking: string[][]) => [
    { ballot: { method: "schulze" as const, ranking }, weight: 1n },
  ];

  it("refuses ballots that should not have come so far", () => {
    const ballots = [{ ballot: Ballot.parse({ method: "irv", ranking: [] }), weight: 1n }];
    expect(() => countBallots({ options, ballots, settings })).toThrow(RangeError);
    expect(() => countBallots({ options, ballots: ranked([["x"]]), settings })).toThrow(RangeError);
    expect(() => countBallots({ options, ballots: ranked([["e"], ["e"]]), settings })).toThrow(
      RangeError,
    );
    const score = Settings.parse({ method: "score" });
    const tooHigh = [{ ballot: { method: "score" as const, scores: { e: 6 } }, weight: 1n }];
    expect(() => countBallots({ options, ballots: tooHigh, settings: score })).toThrow(RangeError);
  });

  it("refuses lists of options that are empty or name one twice", () => {
    expect(() => countBallots({ options: [], ballots: [], settings })).toThrow(RangeError);
    expect(() => countBallots({ options: ["e", "e"], ballots: [], settings })).toThrow(RangeError);
  });

  it("of a method that is not known cannot be explained", () => {
    const tally = countBallots({ options, ballots: [], settings });
    const strange: Tally = { ...tally, method: "constructor" };
    expect(() => explainTally(strange)).toThrow(RangeError);
  });
});

describe("the settings of a decision", () => {
  const check = (list: string[], settings: object) =>
    validateSettings({ options: list, settings: Settings.parse(settings) }).map(
      ({ pointer, code }) => `${code} ${pointer}`,
    );

  it("have a default for everything but the method", () => {
    const given = ["plurality", "approval", "score", "irv", "schulze"];
    expect(given.map((method) => Settings.parse({ method }))).toEqual([
      { method: "plurality" },
      { method: "approval", winners: 1 },
      { method: "score", maxScore: 5 },
      { method: "irv", unranked: "last" },
      { method: "schulze", unranked: "last" },
    ]);
  });

  it("need at least two options, all different", () => {
    expect(check(["a"], { method: "plurality" })).toEqual(["too-few-options /options"]);
    expect(check(["a", "b", "a"], { method: "irv" })).toEqual(["duplicate-option /options/2"]);
    expect(check(["a", "__proto__"], { method: "score" })).toEqual(["reserved-option /options/1"]);
    const many = Array.from({ length: 501 }, (_, at) => `o${at}`);
    expect(check(many, { method: "irv" })).toEqual(["too-many-options /options"]);
    expect(check(["a", "b"], { method: "irv" })).toEqual([]);
  });

  it("need somebody who can lose", () => {
    expect(check(["a", "b"], { method: "approval", winners: 2 })).toEqual([
      "too-many-winners /settings/winners",
    ]);
    expect(check(["a", "b", "c"], { method: "approval", winners: 2 })).toEqual([]);
  });

  it.each([
    { method: "score", maxScore: 0 },
    { method: "score", maxScore: 101 },
    { method: "approval", winners: 0 },
    { method: "schulze", unranked: "first" },
    { method: "plurality", winners: 2 },
  ])("are refused outside their range: %j", (value) => {
    expect(Settings.safeParse(value).success).toBe(false);
  });
});
