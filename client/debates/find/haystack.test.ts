import { describe, expect, it } from "vitest";
import type { Evidence } from "#shared/contract/evidence.ts";
import { buildTree, flatten } from "../outline/tree.ts";
import { Haystack } from "./haystack.ts";

const rest = { authorId: "a", version: 1, createdAt: "2026-01-01T00:00:00.000Z" };
const tree = buildTree({
  positions: [{ id: "P", title: "By a vote", text: "With a **quórum**.", ...rest }],
  claims: [
    { id: "a", text: "Votes are quick.", language: "en", ...rest },
    { id: "b", text: "投票很快。", language: "zh-TW", ...rest },
  ],
  edges: [
    { id: "a-edge", claimId: "a", side: "pro", targetKind: "position", targetId: "P" },
    { id: "b-edge", claimId: "b", side: "con", targetKind: "claim", targetId: "a" },
  ],
});
const sources = new Map([["a", [{ title: "A study of assemblies" } as Evidence]]]);
const nodes = flatten(tree, () => true).map(({ node }) => node);
const find = (query: string) => new Haystack(nodes, sources).find(query).map(({ id }) => id);

describe("searching an outline", () => {
  it("finds positions, claims and the titles of sources, in the order of reading", () => {
    expect(find("vote")).toEqual(["P", "a-edge"]);
    expect(find("QUORUM")).toEqual(["P"]);
    expect(find("assemblies")).toEqual(["a-edge"]);
    expect(find("投票")).toEqual(["b-edge"]);
  });

  it("finds a claim by words of which some are in its source", () => {
    expect(find("study quick")).toEqual(["a-edge"]);
    expect(find("study slow")).toEqual([]);
  });

  it("finds nothing before there are words", () => {
    expect(find("  ")).toEqual([]);
  });
});
