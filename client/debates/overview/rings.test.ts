import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildTree, type OutlineNode } from "../outline/tree.ts";
import { argumentOf } from "../testing-argument.ts";
import { type Arc, arcBy, ringsOf } from "./rings.ts";

/** A tree of one position and as many claims, each below one of the earlier ones. */
function manyClaims(parents: readonly number[]) {
  const said = parents.map((parent, n) => {
    const above = n === 0 ? -1 : parent % n;
    return { id: `c${n}`, under: above < 0 || parent % 7 === 0 ? "P" : `c${above}` };
  });
  return buildTree(argumentOf(["P"], said)).positions;
}

const width = ({ from, to }: Arc) => to - from;
const nameOf = (node: OutlineNode) => (node.kind === "position" ? node.id : node.claim.id);
const small = buildTree(
  argumentOf(
    ["P", "Q"],
    [
      { id: "a", under: "P" },
      { id: "b", under: "P", side: "con" },
      { id: "c", under: "a" },
      { id: "d", under: "Q" },
    ],
  ),
).positions;

describe("an argument as rings", () => {
  it("has positions in the first ring and claims outward, as wide as what hangs on them", () => {
    const { arcs, levels, left } = ringsOf(small);
    const of = (name: string) => arcs.find(({ node }) => nameOf(node) === name) as Arc;
    expect(levels).toBe(3);
    expect(left).toBe(0);
    expect(of("P").level).toBe(1);
    expect(of("c").level).toBe(3);
    // Four of the six are P and what hangs on it.
    expect(width(of("P"))).toBeCloseTo((2 * Math.PI * 4) / 6, 10);
    expect(width(of("Q"))).toBeCloseTo((2 * Math.PI * 2) / 6, 10);
  });

  it("draws every arc inside the one that it hangs on, and no more than can be drawn, however large", () => {
    const shapes = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 1_500 });
    fc.assert(
      fc.property(shapes, (parents) => {
        const tops = manyClaims(parents);
        const { arcs, left } = ringsOf(tops);
        const byId = new Map(arcs.map((arc) => [arc.node.id, arc]));
        expect(arcs.length).toBeLessThanOrEqual(600);
        expect(arcs.length + left).toBe(parents.length + 1);
        for (const arc of arcs) {
          if (arc.parentId === null) continue;
          const parent = byId.get(arc.parentId);
          expect(parent).toBeDefined();
          expect(arc.from).toBeGreaterThanOrEqual((parent?.from ?? 9) - 1e-9);
          expect(arc.to).toBeLessThanOrEqual((parent?.to ?? 0) + 1e-9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("says how many are left out, and draws the largest ones", () => {
    const tops = manyClaims(Array.from({ length: 3_000 }, (_, n) => Math.floor(n / 3)));
    const { arcs, left } = ringsOf(tops);
    expect(left).toBe(3_001 - arcs.length);
    expect(left).toBeGreaterThan(0);
    expect(Math.min(...arcs.map(width))).toBeGreaterThanOrEqual(0.007);
  });

  it("leads around a ring, outward and inward by the arrows", () => {
    const { arcs } = ringsOf(small);
    const of = (name: string) => arcs.find(({ node }) => nameOf(node) === name) as Arc;
    const by = (key: string, name: string) => {
      const arc = arcBy(key, arcs, of(name));
      return arc && nameOf(arc.node);
    };
    expect(by("ArrowRight", "P")).toBe("Q");
    expect(by("ArrowRight", "Q")).toBe("P");
    expect(by("ArrowLeft", "P")).toBe("Q");
    expect(by("ArrowRight", "b")).toBe("d");
    expect(by("ArrowUp", "P")).toBe("a");
    expect(by("ArrowDown", "c")).toBe("a");
    expect(by("ArrowDown", "P")).toBeNull();
    expect(by("ArrowUp", "c")).toBeNull();
    expect(by("Home", "d")).toBe("P");
    expect(by("End", "a")).toBe("d");
    expect(by("x", "a")).toBeNull();
  });
});
