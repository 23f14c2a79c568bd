import { describe, expect, it } from "vitest";
import { findTargets, isBelow } from "./find-targets.ts";
import { buildTree } from "./tree.ts";

const written = { authorId: "a", version: 1, createdAt: "2026-01-01T00:00:00.000Z" };
const claim = (id: string, text: string) => ({ ...written, id, text, language: "en" as const });
const under = (claimId: string, targetId: string, targetKind: "position" | "claim" = "claim") => ({
  id: `${claimId}-${targetId}`,
  claimId,
  side: "pro" as const,
  targetKind,
  targetId,
});
const tree = buildTree({
  positions: [{ ...written, id: "p", title: "Publish the weights", text: "" }],
  claims: [
    claim("a", "Éclairer le débat"),
    claim("b", "Others can check the weights"),
    claim("c", "Nobody checks"),
  ],
  edges: [
    under("a", "p", "position"),
    under("b", "p", "position"),
    under("c", "b"),
    under("b", "a"),
  ],
});
const search = (words: string) =>
  findTargets(tree, { words, isOut: () => false, most: 10 }).map(({ id }) => id);

describe("looking for a place", () => {
  it("finds what has all the words, whatever the case and the accents, each once", () => {
    expect(search("WEIGHTS")).toEqual(["p", "b"]);
    expect(search("check weights")).toEqual(["b"]);
    expect(search("eclairer")).toEqual(["a"]);
    expect(search("")).toEqual(["p", "a", "b", "c"]);
    expect(search("zebra")).toEqual([]);
  });

  it("says under what each stands, and leaves out what hangs below the claim itself", () => {
    const [found] = findTargets(tree, { words: "nobody", isOut: () => false, most: 1 });
    expect(found?.path).toEqual(["Publish the weights", "Others can check the weights"]);
    const left = findTargets(tree, { words: "", isOut: (node) => isBelow("b", node), most: 10 });
    expect(left.map(({ id }) => id)).toEqual(["p", "a"]);
  });
});
