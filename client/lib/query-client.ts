import { type Query, QueryClient } from "@tanstack/react-query";
import { ApiError, OfflineError } from "./api.ts";

/** What may come right by itself: no answer, or a server that is away for a moment. */
export function isPassing(error: Error): boolean {
  return error instanceof OfflineError || (error instanceof ApiError && error.status >= 502);
}

const readAgainMs = 4_000;

/** When to read again what could not be read anew; null where trying again does not help. */
function waitAfter(error: Error): number | null {
  const asked = error instanceof ApiError && error.status === 429 ? (error.retryAfter ?? 0) : 0;
  if (asked === 0 && !isPassing(error)) return null;
  // Whoever was sent away does not come back with all others.
  return Math.max(readAgainMs, asked * 1_000) * (1 + Math.random());
}

const isOnItsWay = ({ state }: Query) => state.data === undefined && state.fetchStatus !== "idle";

/**
 * Sees to it that what is shown does not stay as it was for good after news of it came: when the news came while it was read
 * for the first time, it is read once more; when reading it anew failed for now, it is tried again while it is shown.
 */
function catchUp(queries: QueryClient): void {
  const overtaken = new WeakSet<Query>();
  const readAnew = ({ queryKey }: Query) =>
    void queries.invalidateQueries({ queryKey, exact: true });
  const readLater = (query: Query, error: Error) => {
    const wait = query.state.data === undefined ? null : waitAfter(error);
    if (wait === null) return;
    setTimeout(() => {
      if (query.isActive() && query.state.status === "error") readAnew(query);
    }, wait);
  };
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== "updated") return;
    const { query, action } = event;
    if (action.type === "invalidate" && isOnItsWay(query)) overtaken.add(query);
    if (action.type === "success" && overtaken.delete(query)) readAnew(query);
    if (action.type === "error") readLater(query, action.error);
  });
}

/** Reads are kept fresh by events, and retried only where that can help. */
export function createQueryClient(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: (count, error) => count < 2 && isPassing(error),
        retryDelay: (count) => 400 * 2 ** count,
      },
      // Writes keep their idempotency key, so trying again is safe; offline they wait for the network.
      mutations: {
        retry: (count, error) => count < 2 && isPassing(error),
        retryDelay: (count) => 600 * 2 ** count,
      },
    },
  });
  catchUp(queries);
  return queries;
}
