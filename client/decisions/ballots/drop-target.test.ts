import { describe, expect, it } from "vitest";
import { dropTarget } from "./drop-target.ts";

const layout = {
  groups: [
    { top: 0, bottom: 50 },
    { top: 60, bottom: 110 },
  ],
  unrankedTop: 140,
};

describe("an option that is let go", () => {
  it("goes between two others at their edges", () => {
    expect(dropTarget(5, layout, true)).toEqual({ kind: "place", at: 0 });
    expect(dropTarget(48, layout, true)).toEqual({ kind: "place", at: 1 });
    expect(dropTarget(55, layout, true)).toEqual({ kind: "place", at: 1 });
    expect(dropTarget(120, layout, true)).toEqual({ kind: "place", at: 2 });
    expect(dropTarget(-300, layout, true)).toEqual({ kind: "place", at: 0 });
  });

  it("goes level with the one in whose middle it is let go, where ranks can be shared", () => {
    expect(dropTarget(85, layout, true)).toEqual({ kind: "join", at: 1 });
    expect(dropTarget(80, layout, false)).toEqual({ kind: "place", at: 1 });
    expect(dropTarget(90, layout, false)).toEqual({ kind: "place", at: 2 });
  });

  it("leaves the ranking below it, and starts one that is empty", () => {
    expect(dropTarget(150, layout, true)).toEqual({ kind: "leave" });
    expect(dropTarget(20, { groups: [], unrankedTop: 60 }, true)).toEqual({ kind: "place", at: 0 });
  });
});
