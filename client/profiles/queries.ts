import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { listDeeds, readProfile } from "#shared/contract/profiles.ts";
import { ApiError, call } from "../lib/api.ts";

export interface PersonIds {
  readonly communityId: string;
  readonly participantId: string;
}

const isMissing = (error: Error) => error instanceof ApiError && error.status === 404;

/** Under the same key as the pages of communities have it. */
export const communityOf = (slug: string) =>
  queryOptions({
    queryKey: ["community", slug],
    queryFn: ({ signal }) => call(readCommunityBySlug, { params: { slug }, signal }),
    throwOnError: (error, { state }) => isMissing(error) && state.data === undefined,
  });

export const profileQuery = (params: PersonIds) =>
  queryOptions({
    queryKey: ["profile", params.communityId, params.participantId],
    queryFn: ({ signal }) => call(readProfile, { params, signal }),
    throwOnError: (error, { state }) => isMissing(error) && state.data === undefined,
  });

export const deedsQuery = (params: PersonIds) =>
  infiniteQueryOptions({
    queryKey: ["deeds", params.communityId, params.participantId],
    queryFn: ({ pageParam: after, signal }) =>
      call(listDeeds, { params, query: { after, limit: 20 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
