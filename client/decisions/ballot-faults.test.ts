import { describe, expect, it } from "vitest";
import type { Ballot } from "#shared/voting/index.ts";
import { optionsAt } from "./ballot-faults.ts";

describe("a complaint about a ballot", () => {
  const ranked: Ballot = { method: "schulze", ranking: [["a"], ["b", "c"]] };
  it("stands at the option that it is about", () => {
    expect(optionsAt("#/body/ballot/ranking/1/0", ranked)).toEqual(["b"]);
    expect(optionsAt("#/body/ballot/choice", { method: "plurality", choice: "a" })).toEqual(["a"]);
    expect(
      optionsAt("#/body/ballot/approved/1", { method: "approval", approved: ["a", "b"] }),
    ).toEqual(["b"]);
    expect(optionsAt("#/body/ballot/scores/a~1b", { method: "score", scores: {} })).toEqual([
      "a/b",
    ]);
  });

  it("stands at the option to which too much was given, and is general where the purse is overspent", () => {
    const cast: Ballot = { method: "cumulative", points: { a: 7, b: 7 } };
    expect(optionsAt("#/body/ballot/points/b", cast)).toEqual(["b"]);
    expect(optionsAt("#/body/ballot/points", cast)).toEqual([]);
  });

  it("stands at all options of a shared rank", () => {
    expect(optionsAt("#/body/ballot/ranking/1", ranked)).toEqual(["b", "c"]);
  });

  it("is about the ballot as a whole where it points at nothing in it", () => {
    expect(optionsAt("#/body/ballot/method", ranked)).toEqual([]);
    expect(optionsAt("#/body/ballot/ranking/7/0", ranked)).toEqual([]);
    expect(optionsAt("#/body/title", ranked)).toEqual([]);
  });
});
