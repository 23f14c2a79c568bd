import { describe, expect, it } from "vitest";
import { ballotOf, choicesOf, raised, toggledRank, usedBy, withChoice } from "./choices.ts";

describe("what somebody chooses", () => {
  it("becomes a ballot of each form, and is read from one again", () => {
    const ranking = toggledRank(toggledRank(new Map(), "b"), "a");
    expect(ballotOf(ranking, "ranked")).toEqual({ form: "ranked", projects: ["b", "a"] });
    expect(choicesOf(ballotOf(ranking, "ranked"))).toEqual(ranking);
    const points = withChoice(withChoice(new Map(), "a", 3), "b", 4);
    expect(ballotOf(points, "cumulative")).toEqual({ form: "cumulative", points: { a: 3, b: 4 } });
    expect(usedBy(points, "cumulative")).toBe(7);
    expect(usedBy(points, "approval")).toBe(2);
    expect(ballotOf(withChoice(points, "a", 0), "pledges")).toEqual({
      form: "pledges",
      credits: { b: 4 },
    });
  });

  it("keeps its order when a project is moved up or taken out", () => {
    const three = ["a", "b", "c"].reduce(toggledRank, new Map<string, number>());
    expect(ballotOf(raised(three, "c"), "ranked")).toMatchObject({ projects: ["a", "c", "b"] });
    expect(ballotOf(toggledRank(three, "a"), "ranked")).toMatchObject({ projects: ["b", "c"] });
    expect(raised(three, "a")).toEqual(three);
  });
});
