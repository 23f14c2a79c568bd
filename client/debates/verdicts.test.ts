import { describe, expect, it } from "vitest";
import { verdictsOf, withReviews, withVerdict } from "./verdicts.ts";

const one = { supports: 1, irrelevant: 0, misrepresents: 0, broken: 0 };
const none = { ...one, supports: 0 };
const first = verdictsOf({
  reviews: {
    sums: [{ evidenceId: "s", ...one }],
    mine: [{ evidenceId: "s", verdict: "supports" }],
  },
});

describe("reviews of sources, as they are kept", () => {
  it("take on what the room tells, the same twice changing nothing", () => {
    const told = [{ evidenceId: "s", ...one, broken: 2 }];
    const after = withReviews(first, told);
    expect(after.sums.get("s")).toEqual({ ...one, broken: 2 });
    expect(withReviews(after, told)).toEqual(after);
    expect(after.mine.get("s")).toBe("supports");
  });

  it("lose the reader's own where all have fallen", () => {
    expect(withReviews(first, [{ evidenceId: "s", ...none }]).mine.has("s")).toBe(false);
  });

  it("hold the reader's own review until it is taken back", () => {
    const changed = withVerdict(first, "s", "broken");
    expect(changed.mine.get("s")).toBe("broken");
    expect(withVerdict(changed, "s", undefined).mine.has("s")).toBe(false);
    expect(first.mine.get("s")).toBe("supports");
  });
});
