import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { refreshLive } from "./live-queries.ts";

afterEach(() => vi.useRealTimers());

it("reads a running count again for a vote that comes just before a reading, which may not know of it", async () => {
  vi.useFakeTimers();
  const queries = new QueryClient();
  const reads = vi.spyOn(queries, "invalidateQueries");
  const ids = { communityId: "c", decisionId: "d" };
  refreshLive(queries, ids);
  await vi.advanceTimersByTimeAsync(1_000);
  refreshLive(queries, ids);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reads).toHaveBeenCalledTimes(2);
});
