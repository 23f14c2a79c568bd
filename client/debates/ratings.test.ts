import { describe, expect, it } from "vitest";
import type { Outline } from "#shared/contract/claims.ts";
import { meanOf, ratingsOf, withMine, withSums } from "./ratings.ts";

const rest = { text: "", language: "en", authorId: "a", version: 1, createdAt: "" } as const;
const outline: Outline = {
  room: { name: "debate:x:y", seq: 0 },
  authors: [],
  positions: [],
  claims: [
    { id: "rated", ...rest, truth: { count: 2, sum: 7 } },
    { id: "unrated", ...rest },
  ],
  edges: [{ id: "e", claimId: "rated", side: "pro", targetKind: "position", targetId: "p" }],
  evidence: [],
  reviews: { sums: [], mine: [] },
  mine: { truth: [{ claimId: "rated", rating: 4 }], relevance: [] },
  can: { addPosition: false, addClaim: false, rate: true, change: [], arrange: false },
};
const ids = { communityId: "x", debateId: "y" };

describe("ratings", () => {
  it("are a mean where somebody rated, and nothing where nobody did", () => {
    const { sums } = ratingsOf(outline);
    expect(meanOf(sums.truth.get("rated"))).toBe(3.5);
    expect(meanOf(sums.truth.get("unrated"))).toBeNull();
    expect(meanOf({ count: 0, sum: 0 })).toBeNull();
  });

  it("take the sums that the room tells, as often as it tells them", () => {
    const news = {
      ...ids,
      truth: [{ claimId: "unrated", count: 1, sum: 3 }],
      relevance: [{ edgeId: "e", count: 2, sum: 2 }],
    };
    const once = withSums(ratingsOf(outline), news);
    expect(withSums(once, news)).toEqual(once);
    expect(once.sums.truth.get("rated")).toEqual({ count: 2, sum: 7 });
    expect(once.sums.relevance.get("e")).toEqual({ count: 2, sum: 2 });
  });

  it("of one's own can be given, be a don't-know, and be taken back", () => {
    const ratings = ratingsOf(outline);
    expect(ratings.mine.truth.get("rated")).toBe(4);
    const unsure = withMine(ratings, "relevance", { id: "e", rating: null });
    expect(unsure.mine.relevance.has("e")).toBe(true);
    const back = withMine(unsure, "relevance", { id: "e", rating: undefined });
    expect(back.mine.relevance.has("e")).toBe(false);
    expect(ratings.mine.relevance.size).toBe(0);
  });
});
