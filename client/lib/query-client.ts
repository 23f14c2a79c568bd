import { QueryClient } from "@tanstack/react-query";
import { ApiError, OfflineError } from "./api.ts";

/** What may come right by itself: no answer, or a server that is away for a moment. */
export function isPassing(error: Error): boolean {
  return error instanceof OfflineError || (error instanceof ApiError && error.status >= 502);
}

/** Reads are kept fresh by events, and retried only where that can help. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
}
