import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { listDebates } from "#shared/contract/debates.ts";
import {
  delegationsChanged,
  type DelegationScope,
  listMyDelegations,
  readDelegationFlows,
} from "#shared/contract/delegations.ts";
import { listMembers } from "#shared/contract/memberships.ts";
import { call, type Reply } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

export type MyDelegations = Reply<typeof listMyDelegations>;

/** For what a choice is made: a debate or topic, or with null the whole community. */
export interface Subject {
  readonly scope: DelegationScope;
  readonly about: string | null;
}

/** What is read anew when anybody in a community chooses. */
export const delegationsKey = (communityId: string) => ["delegations", communityId] as const;

export const myDelegationsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...delegationsKey(communityId), "mine"] as const,
    queryFn: ({ signal }) => call(listMyDelegations, { params: { communityId }, signal }),
  });

export const flowsQuery = (communityId: string, { scope, about }: Subject, limit: number) =>
  queryOptions({
    queryKey: [...delegationsKey(communityId), "flows", scope, about, limit] as const,
    queryFn: ({ signal }) =>
      call(readDelegationFlows, {
        params: { communityId },
        query: { scope, limit, ...(about !== null && { about }) },
        signal,
      }),
    placeholderData: (before) => before,
  });

/** Debates in which one can delegate, the newest first. */
export const debatesToDelegateQuery = (communityId: string) =>
  infiniteQueryOptions({
    queryKey: ["debates", communityId, "to-delegate"] as const,
    queryFn: ({ signal }) =>
      call(listDebates, { params: { communityId }, query: { limit: 100 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: () => undefined,
  });

/** Members whose name fits what is typed. */
export const membersLikeQuery = (communityId: string, search: string) =>
  queryOptions({
    queryKey: ["members-called", communityId, search] as const,
    queryFn: ({ signal }) =>
      call(listMembers, {
        params: { communityId },
        query: { limit: 6, ...(search && { search }) },
        signal,
      }),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });

export function refreshDelegations(cache: QueryClient, communityId: string): Promise<void> {
  return cache.invalidateQueries({ queryKey: delegationsKey(communityId) });
}

/** What the community's room tells of delegations. */
export const delegationEvents = (cache: QueryClient, communityId: string) => [
  on(delegationsChanged, () => void refreshDelegations(cache, communityId)),
];
