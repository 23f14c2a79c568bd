import { describe, expect, it } from "vitest";
import { buildTree } from "../outline/tree.ts";
import { argumentOf } from "../testing-argument.ts";
import { besides, nodeOn, wayTo } from "./place.ts";

const tree = buildTree(
  argumentOf(
    ["P", "Q"],
    [
      { id: "a", under: "P" },
      { id: "b", under: "P", side: "con" },
      { id: "shared", under: "a" },
      { id: "shared", under: "Q" },
      { id: "deep", under: "shared" },
    ],
  ),
);
const placesOf = (id: string) =>
  [...tree.nodes.values()].filter((node) => node.kind === "claim" && node.claim.id === id);

describe("the address of a claim", () => {
  it("names the claim alone at its first place, and the place at every other", () => {
    const [first, second] = placesOf("shared");
    if (!first || !second) throw new Error("it stands in two places");
    expect(wayTo(tree, first)).toEqual({ claimId: "shared", search: {} });
    expect(wayTo(tree, second)).toEqual({ claimId: "shared", search: { at: second.id } });
  });

  it("leads back to the very place, for every node of the tree", () => {
    for (const node of tree.nodes.values()) {
      const { claimId, search } = wayTo(tree, node);
      expect(nodeOn(tree, claimId, search.at)).toBe(node);
    }
  });

  it("leads to the first place where the named one is gone, or is another claim's", () => {
    const [first] = placesOf("shared");
    const [other] = placesOf("a");
    expect(nodeOn(tree, "shared", "gone")).toBe(first);
    expect(nodeOn(tree, "shared", other?.id)).toBe(first);
    expect(nodeOn(tree, "nobody", undefined)).toBeUndefined();
  });

  it("has positions and claims beside it, in the order of reading, and none past the ends", () => {
    const [p, q] = tree.positions;
    const [a] = placesOf("a");
    const [b] = placesOf("b");
    if (!p || !q || !a || !b) throw new Error("the scene has these");
    expect(besides(tree, p, 1)).toBe(q);
    expect(besides(tree, q, 1)).toBeUndefined();
    expect(besides(tree, b, -1)).toBe(a);
    expect(besides(tree, a, -1)).toBeUndefined();
  });
});
