import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import {
  type EntryState,
  listTreasuryEntries,
  readTreasury,
  treasuryChanged,
} from "#shared/contract/treasury.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

const keyOf = (communityId: string) => ["treasury", communityId] as const;

/** What the treasury says of one currency; of the one that is used most where none is named. */
export const treasuryQuery = (communityId: string, currency: string | undefined) =>
  queryOptions({
    queryKey: [...keyOf(communityId), "figures", currency],
    queryFn: ({ signal }) =>
      call(readTreasury, { params: { communityId }, query: { currency }, signal }),
    placeholderData: (before) => before,
  });

export interface Wanted {
  readonly currency?: string;
  readonly state?: EntryState;
}

/** Entries, the last entered first: what waits is looked through together, of all there ever was a few at a time. */
export const entriesQuery = (communityId: string, wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(communityId), "entries", wanted],
    queryFn: ({ pageParam, signal }) =>
      call(listTreasuryEntries, {
        params: { communityId },
        query: { ...wanted, limit: wanted.state ? 100 : 20, after: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** What was paid for a commitment. */
export const paidQuery = (communityId: string, commitmentId: string) =>
  queryOptions({
    queryKey: [...keyOf(communityId), "paid", commitmentId],
    queryFn: ({ signal }) =>
      call(listTreasuryEntries, {
        params: { communityId },
        query: { commitmentId, limit: 1 },
        signal,
      }),
  });

/** Reads again what is shown of a community's treasury. */
export const refreshTreasury = (cache: QueryClient, communityId: string): Promise<void> =>
  cache.invalidateQueries({ queryKey: keyOf(communityId) });

/** What the community's room tells of its treasury. */
export const treasuryEvents = (cache: QueryClient, communityId: string) => [
  on(treasuryChanged, () => void refreshTreasury(cache, communityId)),
];
