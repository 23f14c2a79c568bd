import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { changeOutline, outlineQuery } from "./queries.ts";
import { withSums } from "./ratings.ts";

const ids = {
  communityId: "0190a0a0-0000-7000-8000-000000000001",
  debateId: "0190a0a0-0000-7000-8000-000000000002",
};
const asRead = {
  claims: [{ id: "x", truth: { count: 1, sum: 1 } }],
  edges: [],
  mine: { truth: [], relevance: [] },
  reviews: { sums: [], mine: [] },
};

afterEach(() => vi.unstubAllGlobals());

it("an outline that was on its way knows of the ratings that were told meanwhile", async () => {
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (answer = resolve)));
  const queries = new QueryClient();
  const read = queries.fetchQuery(outlineQuery(ids));
  await vi.waitFor(() => expect(queries.isFetching()).toBe(1));
  const told = { ...ids, truth: [{ claimId: "x", count: 2, sum: 5 }], relevance: [] };
  changeOutline(queries, ids, (outline) => ({
    ...outline,
    ratings: withSums(outline.ratings, told),
  }));
  answer(Response.json(asRead));
  expect((await read).ratings.sums.truth.get("x")).toEqual({ count: 2, sum: 5 });
});
