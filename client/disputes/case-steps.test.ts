import { describe, expect, it } from "vitest";
import { pathOf } from "./case-steps.ts";
import { testingDispute, testingLevel, testingRuling } from "./testing-dispute.ts";

const stagesOf = (dispute: Parameters<typeof pathOf>[0]) =>
  pathOf(dispute).map(({ stage }) => stage);
const byJury = ["drawing", "summoning", "deliberation", "voting", "revealing"];

describe("the way of a case", () => {
  it("of an appeal begins with statements, of a conflict with mediation, and ends with a ruling", () => {
    expect(stagesOf(testingDispute())).toEqual(["opened", "statements", ...byJury, "ruled"]);
    const conflict = testingDispute({ subject: { kind: "conflict" }, stage: "mediation" });
    expect(stagesOf(conflict).slice(0, 3)).toEqual(["opened", "mediation", "statements"]);
  });

  it("says what is done, where it is and by when, and how long the rest can take", () => {
    const path = pathOf(testingDispute({ stage: "deliberation", dueAt: "2026-03-05T00:00:00Z" }));
    const places = Object.fromEntries(path.map(({ stage, place }) => [stage, place]));
    expect(places).toMatchObject({
      opened: "past",
      summoning: "past",
      deliberation: "here",
      voting: "ahead",
      ruled: "ahead",
    });
    const of = (stage: string) => path.find((step) => step.stage === stage);
    expect(of("opened")?.at).toBe("2026-03-01T00:00:00Z");
    expect(of("deliberation")).toMatchObject({ at: "2026-03-05T00:00:00Z", hours: null });
    expect(of("voting")).toMatchObject({ at: null, hours: 48 });
  });

  it("tells an earlier jury by its ruling alone", () => {
    const ruling = testingRuling({ at: "2026-03-04T00:00:00Z" });
    const dispute = testingDispute({
      stage: "statements",
      level: 2,
      levels: [testingLevel({ ruling }), testingLevel({ level: 2 })],
    });
    const path = pathOf(dispute);
    expect(path.map(({ stage }) => stage)).toEqual([
      "opened",
      "ruled",
      "statements",
      ...byJury,
      "ruled",
    ]);
    expect(path[1]).toMatchObject({ level: 1, place: "past", at: "2026-03-04T00:00:00Z" });
    expect(path.at(-1)).toMatchObject({ level: 2, place: "ahead", at: null });
  });

  it("goes to the community at once where nobody could be drawn, and after a jury where members asked for it", () => {
    const decision = { decisionId: "d", debateId: "e" };
    const few = testingDispute({ stage: "community", decision });
    expect(stagesOf(few)).toEqual(["opened", "statements", "community", "ruled"]);
    const asked = testingDispute({
      stage: "community",
      decision,
      level: 3,
      levels: [
        testingLevel({ seats: 5 }),
        testingLevel({ level: 2, seats: 11 }),
        testingLevel({ level: 3, wanted: 0 }),
      ],
    });
    expect(stagesOf(asked)).toEqual(["opened", "ruled", "ruled", "community", "ruled"]);
  });

  it("of a case that was withdrawn ends there", () => {
    const path = pathOf(testingDispute({ stage: "withdrawn", endedAt: "2026-03-02T00:00:00Z" }));
    expect(path).toMatchObject([
      { stage: "opened", place: "past" },
      { stage: "withdrawn", place: "here", at: "2026-03-02T00:00:00Z" },
    ]);
  });
});
