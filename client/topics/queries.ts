import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { listTopics, type TopicList, topicsChanged } from "#shared/contract/topics.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

/** Under which topics a community files its debates. */
export const topicsQuery = (communityId: string) =>
  queryOptions({
    queryKey: ["topics", communityId] as const,
    queryFn: ({ signal }) => call(listTopics, { params: { communityId }, signal }),
  });

/** Lists of debates say what their topics are called. */
function refreshNames(cache: QueryClient, communityId: string): void {
  for (const queryKey of [["debates", communityId], ["debate", communityId], ["live-debates"]]) {
    void cache.invalidateQueries({ queryKey });
  }
}

/** Reads again what a change of topics touches. */
export function refreshTopics(cache: QueryClient, communityId: string): Promise<void> {
  refreshNames(cache, communityId);
  return cache.invalidateQueries({ queryKey: topicsQuery(communityId).queryKey });
}

/** Shows topics in an order that is on its way to the server. */
export function showOrder(cache: QueryClient, communityId: string, ids: readonly string[]): void {
  cache.setQueryData(topicsQuery(communityId).queryKey, (list) => list && inOrder(list, ids));
}

const inOrder = (list: TopicList, ids: readonly string[]): TopicList => ({
  ...list,
  items: [
    ...ids.flatMap((id) => list.items.filter((topic) => topic.id === id)),
    ...list.items.filter(({ id }) => !ids.includes(id)),
  ],
});

/** What the community's room tells of its topics. */
export const topicEvents = (cache: QueryClient, communityId: string) => [
  on(topicsChanged, () => void refreshTopics(cache, communityId)),
];
