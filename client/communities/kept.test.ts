import { type InvalidateQueryFilters, QueryClient, type QueryKey } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { communityEvents, keptByCommunity } from "./queries.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Notes what would be read again. */
class Noting extends QueryClient {
  readonly again: QueryKey[] = [];

  override invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
  ): Promise<void> {
    if (filters?.queryKey) this.again.push(filters.queryKey);
    return Promise.resolve();
  }
}

it("whatever a community's news have read again is read again by who comes back to its room, too", () => {
  const cache = new Noting();
  const ids = { id: "some-community", slug: "some" };
  for (const { handle } of communityEvents(cache, ids)) handle({ communityId: ids.id, ids: [] });
  vi.advanceTimersByTime(1_000);
  const kept = keptByCommunity(ids);
  const isKept = (key: QueryKey) => kept.some((root) => root.every((part, at) => part === key[at]));
  expect(cache.again.length).toBeGreaterThan(10);
  expect(cache.again.filter((key) => !isKept(key))).toEqual([]);
});
