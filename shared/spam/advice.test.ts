import { describe, expect, it } from "vitest";
import { isReasonToHold, type SpamFacts, spamReasons } from "./advice.ts";

const thresholds = { links: 3, percent: 90 };
const nothing: SpamFacts = {
  links: { count: 0, share: 0 },
  newHosts: 0,
  repeats: { own: 0, others: 0 },
  estimate: { kind: "too-few", examples: { spam: 0, fine: 0 }, needed: 10 },
};
const likely = (probability: number): SpamFacts["estimate"] => ({
  kind: "estimate",
  examples: { spam: 10, fine: 10 },
  probability,
  low: 0,
  high: 1,
  words: [],
});
const codes = (facts: Partial<SpamFacts>) =>
  spamReasons({ ...nothing, ...facts }, thresholds).map(({ code, count }) => `${code} ${count}`);

describe("reasons to take something for spam", () => {
  it("are none for a usual text", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ links: { count: 2, share: 0.49 }, estimate: likely(0.899) })).toEqual([]);
  });

  it("are reached at each threshold", () => {
    expect(codes({ links: { count: 3, share: 0.1 } })).toEqual(["many-links 3"]);
    expect(codes({ links: { count: 1, share: 0.5 } })).toEqual(["mostly-links 50"]);
    expect(codes({ newHosts: 1 })).toEqual(["new-domain 1"]);
    expect(codes({ repeats: { own: 2, others: 1 } })).toEqual(["own-repeat 2", "others-repeat 1"]);
    expect(codes({ estimate: likely(0.9) })).toEqual(["likely 90"]);
  });

  it("suffice to hold it, but for a single link to a new place", () => {
    expect(isReasonToHold([])).toBe(false);
    expect(isReasonToHold([{ code: "new-domain", count: 1 }])).toBe(false);
    expect(isReasonToHold([{ code: "likely", count: 95 }])).toBe(true);
    expect(
      isReasonToHold([
        { code: "new-domain", count: 1 },
        { code: "own-repeat", count: 1 },
      ]),
    ).toBe(true);
  });
});
