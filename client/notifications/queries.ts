import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import {
  listNotices,
  noticeAdded,
  noticesRead,
  readNotices,
} from "#shared/contract/notifications.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

/** The newest things that need the reader, and how many of all were not read yet. */
export const noticesQuery = queryOptions({
  queryKey: ["notices"],
  queryFn: () => call(listNotices, { query: { limit: 20 } }),
});

/** What needs the reader in one community, unread. */
export const noticesHereQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...noticesQuery.queryKey, communityId],
    queryFn: () => call(listNotices, { query: { communityId, unread: "true", limit: 10 } }),
  });

/** All notices, part by part. */
export const allNoticesQuery = infiniteQueryOptions({
  queryKey: [...noticesQuery.queryKey, "all"],
  queryFn: ({ pageParam: after }) => call(listNotices, { query: { after, limit: 30 } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const noticeEvents = (cache: QueryClient) => {
  const again = () => void cache.invalidateQueries({ queryKey: noticesQuery.queryKey });
  return [on(noticeAdded, again), on(noticesRead, again)];
};

/** Marks notices as read: some, or all up to one. */
export async function markRead(which: { ids: string[] } | { upTo: string }): Promise<void> {
  await call(readNotices, { body: which });
}
