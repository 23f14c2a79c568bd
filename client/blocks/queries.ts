import { infiniteQueryOptions, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { blocksChanged, listBlocks } from "#shared/contract/blocks.ts";
import type { Community } from "#shared/contract/communities.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

/** Whom the reader has blocked, in all communities. */
export const blocksQuery = infiniteQueryOptions({
  queryKey: ["blocks"] as const,
  queryFn: ({ pageParam: after, signal }) =>
    call(listBlocks, { query: { after, limit: 30 }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  staleTime: 0,
});

/** Who is blocked where, or shall be no longer. */
export interface Blocking {
  readonly community: { readonly id: string; readonly slug: string };
  readonly personId: string;
  readonly isBlocked: boolean;
}

/** Changes who is blocked in a community where that is known. */
export function keepBlocking(cache: QueryClient, { community, personId, isBlocked }: Blocking) {
  // Under this key all pages of a community have it.
  cache.setQueryData<Community>(["community", community.slug], (known) => {
    if (!known) return known;
    const others = known.blocked.filter((id) => id !== personId);
    return { ...known, blocked: isBlocked ? [...others, personId] : others };
  });
}

/** What shows who is blocked. */
export const showingBlocks: readonly QueryKey[] = [["community"], ["blocks"], ["bookmarks"]];

/** Reads that again. */
export function refreshBlocks(cache: QueryClient): void {
  for (const queryKey of showingBlocks) void cache.invalidateQueries({ queryKey });
}

/** On another device somebody was blocked. */
export const blockEvents = (cache: QueryClient) => [on(blocksChanged, () => refreshBlocks(cache))];
