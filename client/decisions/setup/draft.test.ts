import { describe, expect, it } from "vitest";
import { DecisionRules } from "#shared/contract/decisions.ts";
import { decisionOf } from "../testing-decision.ts";
import { methodFacts, offeredMethods } from "../method-facts.ts";
import { draftOf, emptyDraft, fromLocal, rulesOf, shareOfPercent, withMethod } from "./draft.ts";
import { toLocal } from "../../lib/local-time.ts";

const now = Date.parse("2026-11-10T12:34:00Z");

describe("rules that are being filled in", () => {
  it("become rules that the server understands, by any method", () => {
    for (const method of offeredMethods) {
      const times = ["2026-12-01T18:00", "2026-12-02T18:00"];
      const draft = withMethod({ ...emptyDraft(now), title: " Which way? ", times }, method);
      const rules = rulesOf(draft);
      expect(DecisionRules.parse(rules)).toEqual(rules);
      expect(rules).toMatchObject({ title: "Which way?", settings: methodFacts[method].settings });
    }
  });

  it("say a quorum and a threshold as exact fractions", () => {
    const draft = {
      ...emptyDraft(now),
      title: "Which way?",
      quorum: { kind: "1/3", percent: "" },
      threshold: { kind: "percent", percent: "62,5" },
    };
    expect(rulesOf(draft)).toMatchObject({
      quorum: { persons: { num: 1, den: 3 } },
      threshold: { kind: "share", share: { num: 5, den: 8 } },
    });
    expect(shareOfPercent("100")).toEqual({ num: 1, den: 1 });
    for (const wrong of ["", "0", "101", "-3", "ten", "33.333"]) {
      expect(shareOfPercent(wrong)).toBeNull();
    }
  });

  it("come back as they were when a decision is changed", () => {
    const decision = decisionOf({
      status: "scheduled",
      opensAt: "2026-11-20T08:00:00.000Z",
      closesAt: "2026-11-27T08:00:00.000Z",
      quorum: { persons: { num: 1, den: 2 }, weight: null },
      threshold: { kind: "share", share: { num: 3, den: 5 } },
    });
    const { title, settings, secrecy, quorum, threshold, opensAt, closesAt } = decision;
    const rules = rulesOf(draftOf(decision));
    expect(rules).toMatchObject({ title, settings, secrecy, quorum, threshold, opensAt, closesAt });
    expect(rules?.positionIds).toEqual(decision.options.map(({ positionId }) => positionId));
  });

  it("are about one position, or about times, where the method is", () => {
    const [chosen] = decisionOf().options;
    const draft = {
      ...emptyDraft(now),
      title: "Which way?",
      positionIds: ["p1", "p2"],
      subjectId: chosen?.positionId ?? null,
      threshold: { kind: "two-thirds", percent: "" },
    };
    expect(rulesOf(withMethod(draft, "consent"))).toMatchObject({
      positionIds: [chosen?.positionId],
      settings: { threshold: { kind: "two-thirds" } },
      threshold: null,
      times: null,
    });
    const poll = withMethod(draft, "time-poll");
    expect(rulesOf(poll)).toBeNull();
    const times = [toLocal(now), toLocal(now + 3_600_000)];
    expect(rulesOf({ ...poll, times })).toMatchObject({
      positionIds: null,
      times: ["2026-11-10T12:34:00.000Z", "2026-11-10T13:34:00.000Z"],
    });
  });

  it("come back as they were where they are about one position, or about times", () => {
    const subject = { positionId: "p1", title: "By lot" };
    const settings = {
      method: "consent" as const,
      blocksAllowed: 1,
      threshold: { kind: "two-thirds" as const },
    };
    const one = decisionOf({ method: "consent", settings, subject, options: [] });
    expect(rulesOf(draftOf(one))).toMatchObject({ settings, positionIds: ["p1"], threshold: null });
    const title = "2026-12-01T17:00:00.000Z";
    const poll = decisionOf({
      method: "time-poll",
      settings: { method: "time-poll", winners: 1 },
      options: [{ id: "t1", positionId: null, title }],
    });
    expect(rulesOf(draftOf(poll))).toMatchObject({ times: [title], positionIds: null });
  });

  it("keep what a vote weighs, and a quorum of weight only where votes weigh differently", () => {
    const snapshotId = "01930000-0000-7000-8000-0000000000d1";
    const weightings = [
      { kind: "token", snapshotId },
      { kind: "square-root", snapshotId },
      { kind: "capped-token", snapshotId, percent: 5 },
      { kind: "role", weights: { owner: 3, moderator: 2, member: 0 } },
    ] as const;
    const quorum = { persons: null, weight: { num: 1, den: 4 } };
    for (const weighting of weightings) {
      const draft = draftOf(decisionOf({ weighting, quorum }));
      expect(rulesOf(draft)).toMatchObject({ weighting, quorum });
      const alone = { ...draft, weighting: { ...draft.weighting, kind: "one-person" as const } };
      expect(rulesOf(alone)).toMatchObject({ weighting: { kind: "one-person" }, quorum: null });
    }
  });

  it("keep times in the zone of the device", () => {
    const local = toLocal(now);
    expect(fromLocal(local)).toBe("2026-11-10T12:34:00.000Z");
    expect(fromLocal("")).toBeNull();
    expect(rulesOf({ ...emptyDraft(now), closesAt: "" })).toBeNull();
  });
});
