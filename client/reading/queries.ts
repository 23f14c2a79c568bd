import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import {
  listBookmarks,
  listNewClaims,
  listSpreads,
  type Reading,
  readReading,
} from "#shared/contract/reading.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";

/**
 * The reader's place in a debate, as it was on coming here: what is new stays new until they have
 * gone, whatever the server has noted meanwhile.
 */
export const readingQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["reading", communityId, debateId] as const,
    queryFn: ({ signal }) => call(readReading, { params: { communityId, debateId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Changes the reader's place where it is known. */
export function changeReading(
  queries: QueryClient,
  ids: DebateIds,
  change: (reading: Reading) => Reading,
): void {
  queries.setQueryData(readingQuery(ids).queryKey, (reading) => reading && change(reading));
}

/** How much is new in each debate of a community. */
export const newClaimsQuery = (communityId: string) =>
  queryOptions({
    queryKey: ["new-claims", communityId] as const,
    queryFn: ({ signal }) => call(listNewClaims, { params: { communityId }, signal }),
    select: ({ items }) => new Map(items.map(({ debateId, count }) => [debateId, count])),
    staleTime: 0,
  });

/** The claims whose ratings lie farthest apart. */
export const spreadsQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["spreads", communityId, debateId] as const,
    queryFn: ({ signal }) => call(listSpreads, { params: { communityId, debateId }, signal }),
  });

export const bookmarksQuery = infiniteQueryOptions({
  queryKey: ["bookmarks"] as const,
  queryFn: ({ pageParam: after, signal }) =>
    call(listBookmarks, { query: { after, limit: 30 }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  staleTime: 0,
});
