import { describe, expect, it } from "vitest";
import { buildTree, flatten } from "../outline/tree.ts";
import { newsIn, nextAfter } from "./news.ts";

const rest = { authorId: "a", version: 1, createdAt: "2026-01-01T00:00:00.000Z" };
const edge = (id: string, claimId: string, targetId: string) =>
  ({
    id,
    claimId,
    side: "pro",
    targetKind: targetId === "P" ? "position" : "claim",
    targetId,
  }) as const;
const tree = buildTree({
  positions: [{ id: "P", title: "P", text: "", ...rest }],
  claims: ["a", "b", "c"].map((id) => ({ id, text: id, language: "en", ...rest })),
  edges: [edge("a1", "a", "P"), edge("b1", "b", "a"), edge("c1", "c", "P"), edge("b2", "b", "c")],
});
const order = flatten(tree, () => true).map(({ node }) => node);
const news = newsIn(order, new Set(["b", "c"]));

describe("what is new", () => {
  it("is gone through in the order of reading, a claim of several places at its first", () => {
    expect(order.map(({ id }) => id)).toEqual(["P", "a1", "b1", "c1", "b2"]);
    expect(news.map(({ id }) => id)).toEqual(["b1", "c1"]);
  });

  it("goes on from where the reader is, and begins again after the last", () => {
    expect(nextAfter(order, news, null)?.id).toBe("b1");
    expect(nextAfter(order, news, "b1")?.id).toBe("c1");
    expect(nextAfter(order, news, "b2")?.id).toBe("b1");
    expect(nextAfter(order, [], null)).toBeUndefined();
  });
});
