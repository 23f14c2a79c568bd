import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
  type QueryKey,
} from "@tanstack/react-query";
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

/** Whether news do not have it read anew at once: it is read for the first time, or was left while it was read. */
const isOvertaken = (query: Query) =>
  query.state.fetchStatus !== "idle" && (query.state.data === undefined || !query.isActive());

/**
 * Sees to it that what is shown does not stay as it was for good after news of it came: when the news came while it was read
 * for the first time, or was not shown any more, it is read once more when it is shown; when reading it anew failed for
 * now, it is tried again while it is shown.
 */
class FreshQueryClient extends QueryClient {
  readonly #overtaken = new WeakSet<Query>();

  override invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options?: InvalidateOptions,
  ): Promise<void> {
    for (const query of this.getQueryCache().findAll(filters)) {
      if (isOvertaken(query)) this.#overtaken.add(query);
    }
    return super.invalidateQueries(filters, options);
  }

  /** Follows what becomes of all readings. */
  watch(): void {
    this.getQueryCache().subscribe((event) => {
      if (event.type !== "updated") return;
      const { query, action } = event;
      const isRead = action.type === "success" && !action.manual;
      if (isRead && this.#overtaken.delete(query)) this.#readAnew(query);
      if (action.type === "error") this.#readLater(query, action.error);
    });
  }

  #readAnew({ queryKey }: Query): void {
    void this.invalidateQueries({ queryKey, exact: true });
  }

  #readLater(query: Query, error: Error): void {
    const wait = query.state.data === undefined ? null : waitAfter(error);
    if (wait === null) return;
    setTimeout(() => {
      if (query.isActive() && query.state.status === "error") this.#readAnew(query);
    }, wait);
  }
}

/** Reads are kept fresh by events, and retried only where that can help. */
export function createQueryClient(): QueryClient {
  const queries = new FreshQueryClient({
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
  queries.watch();
  return queries;
}
