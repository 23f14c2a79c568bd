import { describe, expect, it } from "vitest";
import { placeOfSide, sorted, withPart } from "./queries.ts";

const pin = (subjectId: string, values = ["pinned"]) => ({
  kind: "pin" as const,
  subjectId,
  values,
});

describe("what is curated", () => {
  it("is found by what it is about", () => {
    const live = sorted(
      {
        facilitators: [],
        summary: null,
        ratings: null,
        mine: null,
        parts: [
          pin("a"),
          { kind: "tags", subjectId: "a", values: ["law"] },
          { kind: "order", subjectId: "debate", values: ["q", "p"] },
          { kind: "order", subjectId: "p", values: ["edge"] },
          { kind: "con", subjectId: "p", values: ["b"] },
        ],
        can: { curate: false, appoint: false },
      },
      "debate",
    );
    expect(live.pins).toEqual(["a"]);
    expect(live.tags.get("a")).toEqual(["law"]);
    expect(live.order.positions).toEqual(["q", "p"]);
    expect(live.order.below.get("p")).toEqual(["edge"]);
    expect(live.strongest.get(placeOfSide("p", "con"))).toBe("b");
    expect(live.strongest.get(placeOfSide("p", "pro"))).toBeUndefined();
  });

  it("keeps its place when it changes, and goes when it is emptied", () => {
    const parts = [pin("a"), pin("b")];
    expect(withPart(parts, pin("a", ["else"]))).toEqual([pin("a", ["else"]), pin("b")]);
    expect(withPart(parts, pin("c"))).toEqual([...parts, pin("c")]);
    expect(withPart(parts, pin("a", []))).toEqual([pin("b")]);
    expect(withPart(parts, pin("d", []))).toEqual(parts);
  });
});
