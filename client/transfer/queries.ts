import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
} from "@tanstack/react-query";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { type Import, importProgressed, listImports } from "#shared/contract/transfer.ts";
import { call, type Reply } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";

/** The community of the page, as its other pages read it. */
export const communityQuery = (slug: string) =>
  queryOptions({
    queryKey: ["community", slug],
    queryFn: ({ signal }) => call(readCommunityBySlug, { params: { slug }, signal }),
  });

type Pages = InfiniteData<Reply<typeof listImports>, string | undefined>;

const isRunning = ({ status }: Import) => status === "running";
const lookAgainMs = 2_000;

/** The imports of a community, newest first. Another's, or one from the command line, sends no events: looked at again. */
export const importsQuery = (communityId: string) =>
  infiniteQueryOptions({
    queryKey: ["imports", communityId],
    queryFn: ({ pageParam: after, signal }) =>
      call(listImports, { params: { communityId }, query: { after, limit: 20 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isRunning)) ? lookAgainMs : false,
  });

/** Puts news of imports into the list; one that is not in it yet makes the list be read again. */
export function keepImport(cache: QueryClient, news: Omit<Import, "can">): void {
  const { queryKey } = importsQuery(news.communityId);
  let isListed = false;
  cache.setQueryData<Pages>(queryKey, (before) => {
    if (before === undefined) return before;
    const update = (one: Import): Import => {
      if (one.id !== news.id) return one;
      isListed = true;
      return { ...one, ...news, can: { cancel: isRunning({ ...one, ...news }) } };
    };
    return {
      ...before,
      pages: before.pages.map((page) => ({ ...page, items: page.items.map(update) })),
    };
  });
  if (!isListed) void cache.invalidateQueries({ queryKey });
}

/** How the reader's own imports go on, told live. */
export const importEvents = (cache: QueryClient) => [
  on(importProgressed, ({ imports }) => {
    for (const one of imports) keepImport(cache, one);
  }),
];
