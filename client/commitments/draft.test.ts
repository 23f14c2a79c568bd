import { describe, expect, it } from "vitest";
import type { Commitment } from "#shared/contract/commitments.ts";
import { endOfDay } from "../lib/end-of-day.ts";
import { blankWhole, changeOf, editedOf, sharesOf, wireOf, withPart } from "./draft.ts";

const pia = { id: "pia", name: "Pia", kind: "member" as const };
const whole = { ...blankWhole, title: "Minutes", owner: pia, dueAt: "2030-05-01" };

describe("a request for a commitment", () => {
  it("begins a part with whom and when the whole has, and says how much it counts", () => {
    const [first, second] = withPart(withPart([], whole), whole);
    expect(first).toMatchObject({ owner: pia, dueAt: "2030-05-01", weight: "1" });
    expect(second?.key).not.toBe(first?.key);
    const parts = [{ ...whole, key: 1, weight: "3", title: "The old ones" }];
    expect(wireOf({ ...whole, reviewAt: "2030-06-01" }, parts)).toMatchObject({
      budget: null,
      ownerId: "pia",
      parts: [{ title: "The old ones", weight: 3, dueAt: endOfDay("2030-05-01") }],
    });
  });

  it("tells the share of each part only where all weigh something", () => {
    expect(sharesOf(["2", "3"])).toEqual([0.4, 0.6]);
    expect(sharesOf(["2", ""])).toEqual([null, null]);
    expect(sharesOf(["2", "x"])).toEqual([null, null]);
  });
});

describe("a change of terms", () => {
  const before = {
    title: "Minutes",
    criterion: "They are there.",
    owner: pia,
    hasOwner: true,
    parentId: null,
    dueAt: "2030-05-01T08:30:00.000Z",
    reviewAt: "2030-06-01T08:30:00.000Z",
    budget: "Two days",
    weight: 1,
    version: 4,
  } as Commitment;

  it("leaves days alone that nobody touched, to the minute", () => {
    const change = changeOf({ ...editedOf(before), reviewAt: "2030-07-01" }, before);
    expect(change).toMatchObject({
      dueAt: undefined,
      reviewAt: endOfDay("2030-07-01"),
      budget: "Two days",
      version: 4,
    });
    expect(change).not.toHaveProperty("weight");
  });

  it("of a part is about its weight, and not about a review", () => {
    const part = { ...before, parentId: "whole", reviewAt: null, weight: 2 } as Commitment;
    const change = changeOf({ ...editedOf(part), weight: "5" }, part);
    expect(change).toMatchObject({ weight: 5 });
    expect(change).not.toHaveProperty("reviewAt");
  });

  it("asks for another owner where the last one is gone", () => {
    expect(editedOf({ ...before, hasOwner: false }).owner).toBeNull();
  });
});
