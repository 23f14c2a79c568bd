import { describe, expect, it } from "vitest";
import { beginDraft, blankShare, endOf, leftOf, withAnother } from "./draft.ts";

const now = Date.parse("2026-11-28T12:00:00Z");
const percents = (shares: ReturnType<typeof withAnother>) => shares.map(({ percent }) => percent);

describe("shares of a vote", () => {
  it("leave to another one what is left, or half of the last one", () => {
    expect(percents(withAnother([blankShare(0, 60)]))).toEqual(["60", "40"]);
    expect(percents(withAnother([blankShare(0, 100)]))).toEqual(["50", "50"]);
    expect(percents(withAnother([blankShare(0, 75), blankShare(1, 25)]))).toEqual([
      "75",
      "13",
      "12",
    ]);
  });

  it("never have less than nothing left, whatever is typed", () => {
    expect(leftOf([blankShare(0, 130)])).toBe(0);
    expect(leftOf([{ ...blankShare(0), percent: "much" }])).toBe(100);
  });
});

describe("a new choice", () => {
  it("is for the whole community, or for the debate one comes from, and as long as can be", () => {
    expect(beginDraft({ choice: null, debate: undefined, now })).toMatchObject({
      scope: "community",
      until: "2027-11-28",
    });
    expect(beginDraft({ choice: null, debate: "d", now })).toMatchObject({
      scope: "debate",
      debate: "d",
    });
    expect(endOf("2027-11-28")).toBe("2027-11-28T23:59:59.000Z");
  });
});
