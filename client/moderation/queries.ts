import { infiniteQueryOptions, type QueryKey, queryOptions } from "@tanstack/react-query";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { listMyFlags } from "#shared/contract/flags.ts";
import { listLocks } from "#shared/contract/locks.ts";
import type { Subject } from "#shared/contract/moderated.ts";
import { readModerationSettings, readMyTrust } from "#shared/contract/moderation-settings.ts";
import {
  listModerationItems,
  listQueueFilters,
  type QueueFilter,
  readModeratedContent,
  readModerationAction,
  readModerationItem,
} from "#shared/contract/moderation.ts";
import { listStatements } from "#shared/contract/statements.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";

interface Part {
  readonly next: string | null;
}

/** How lists are read part by part. */
const inParts = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: Part) => next ?? undefined,
};

/** All that is known of how a community moderates. */
export const moderationKey = (communityId: string): QueryKey => ["moderation", communityId];

/** When things are put out of sight, and when the clock decides. */
export const settingsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...moderationKey(communityId), "settings"],
    queryFn: ({ signal }) => call(readModerationSettings, { params: { communityId }, signal }),
  });

/** How far the reader has come. */
export const trustQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...moderationKey(communityId), "trust"],
    queryFn: ({ signal }) => call(readMyTrust, { params: { communityId }, signal }),
  });

/** The community around; its pages have it under the same key. */
export const communityQuery = (slug: string) =>
  queryOptions({
    queryKey: ["community", slug],
    queryFn: ({ signal }) => call(readCommunityBySlug, { params: { slug }, signal }),
  });

/** The reader's own flags: all, or those about one thing. */
export const flagsQuery = (communityId: string, subjectId?: string) =>
  infiniteQueryOptions({
    queryKey: [...moderationKey(communityId), "flags", subjectId],
    queryFn: ({ pageParam: after, signal }) =>
      call(listMyFlags, {
        params: { communityId },
        query: { after, subjectId, limit: 20 },
        signal,
      }),
    ...inParts,
    staleTime: 0,
  });

export const actionQuery = (communityId: string, actionId: string) =>
  queryOptions({
    queryKey: [...moderationKey(communityId), "action", actionId],
    queryFn: ({ signal }) =>
      call(readModerationAction, { params: { communityId, actionId }, signal }),
    staleTime: 0,
  });

/** What is kept out of sight, for whom it concerns and those who moderate. */
export const contentQuery = (communityId: string, { kind, id: subjectId }: Subject) =>
  queryOptions({
    queryKey: [...moderationKey(communityId), "content", subjectId],
    queryFn: ({ signal }) =>
      call(readModeratedContent, { params: { communityId, kind, subjectId }, signal }),
    staleTime: 0,
  });

export const itemsQuery = (communityId: string, filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: [...moderationKey(communityId), "items", filter],
    queryFn: ({ pageParam: after, signal }) =>
      call(listModerationItems, {
        params: { communityId },
        query: { ...filter, after, limit: 30 },
        signal,
      }),
    ...inParts,
    staleTime: 0,
    placeholderData: (before) => before,
  });

/** How much waits for the reader. */
export const openQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...moderationKey(communityId), "open"],
    queryFn: async ({ signal }) => {
      const query = { limit: 1 };
      const { open, overdue } = await call(listModerationItems, {
        params: { communityId },
        query,
        signal,
      });
      return { open, overdue };
    },
  });

export const caseQuery = (communityId: string, itemId: string) =>
  queryOptions({
    queryKey: [...moderationKey(communityId), "case", itemId],
    queryFn: ({ signal }) => call(readModerationItem, { params: { communityId, itemId }, signal }),
    staleTime: 0,
  });

/** The latest statements of a debate, among which one can repeat another. */
export const othersQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["statements", communityId, debateId, "others"],
    queryFn: ({ signal }) =>
      call(listStatements, {
        params: { communityId, debateId },
        query: { limit: 100 },
        signal,
      }),
    staleTime: 0,
  });

/** What is locked in a debate. */
export const locksQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["locks", communityId, debateId],
    queryFn: async ({ signal }) =>
      (await call(listLocks, { params: { communityId, debateId }, signal })).items,
  });

export const filtersQuery = (communityId: string) =>
  queryOptions({
    queryKey: ["queue-filters", communityId],
    queryFn: async ({ signal }) =>
      (await call(listQueueFilters, { params: { communityId }, signal })).items,
  });
