import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import {
  listBalances,
  listSnapshots,
  readSnapshot,
  snapshotMade,
} from "#shared/contract/holdings.ts";
import { listWallets } from "#shared/contract/wallets.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

interface Part {
  readonly next: string | null;
}

/** How lists are read part by part. */
const inParts = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: Part) => next ?? undefined,
};

interface SnapshotIds {
  readonly communityId: string;
  readonly snapshotId: string;
}

export const snapshotsQuery = (communityId: string) =>
  infiniteQueryOptions({
    queryKey: ["holdings", communityId, "list"],
    queryFn: ({ pageParam: after, signal }) =>
      call(listSnapshots, { params: { communityId }, query: { after, limit: 50 }, signal }),
    ...inParts,
  });

export const snapshotQuery = (params: SnapshotIds) =>
  queryOptions({
    queryKey: ["holdings", params.communityId, params.snapshotId],
    queryFn: ({ signal }) => call(readSnapshot, { params, signal }),
  });

export const balancesQuery = (params: SnapshotIds) =>
  infiniteQueryOptions({
    queryKey: ["holdings", params.communityId, params.snapshotId, "balances"],
    queryFn: ({ pageParam: after, signal }) =>
      call(listBalances, { params, query: { after, limit: 50 }, signal }),
    ...inParts,
  });

export const walletsQuery = queryOptions({
  queryKey: ["wallets"],
  queryFn: async ({ signal }) => (await call(listWallets, { signal })).items,
});

/** Reads again what a new snapshot touches. */
export function refreshSnapshots(cache: QueryClient, communityId: string): Promise<void> {
  return cache.invalidateQueries({ queryKey: ["holdings", communityId] });
}

/** What the community's room tells of its snapshots. */
export const holdingEvents = (cache: QueryClient, communityId: string) => [
  on(snapshotMade, () => void refreshSnapshots(cache, communityId)),
];
