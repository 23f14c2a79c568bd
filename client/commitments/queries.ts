import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import {
  commitmentChanged,
  countCommitments,
  listCommitments,
  readCommitment,
} from "#shared/contract/commitments.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

export interface CommitmentIds {
  readonly communityId: string;
  readonly commitmentId: string;
}

const keyOf = (communityId: string) => ["commitments", communityId] as const;

/** What was promised in a community, the newest first. */
export const commitmentsQuery = (communityId: string) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(communityId), "list"],
    queryFn: ({ pageParam, signal }) =>
      call(listCommitments, {
        params: { communityId },
        query: { limit: 50, after: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const countsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...keyOf(communityId), "counts"],
    queryFn: ({ signal }) => call(countCommitments, { params: { communityId }, signal }),
  });

export const commitmentQuery = (params: CommitmentIds) =>
  queryOptions({
    queryKey: [...keyOf(params.communityId), params.commitmentId],
    queryFn: ({ signal }) => call(readCommitment, { params, signal }),
  });

/** Reads again what is shown of a community's commitments. */
export const refreshCommitments = (cache: QueryClient, communityId: string): Promise<void> =>
  cache.invalidateQueries({ queryKey: keyOf(communityId) });

/** What the community's room tells of its commitments. */
export const commitmentEvents = (cache: QueryClient, communityId: string) => [
  on(commitmentChanged, () => void refreshCommitments(cache, communityId)),
];
