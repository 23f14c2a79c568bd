import type { QueryClient } from "@tanstack/react-query";

const debatePage = /^\/c\/([^/]+)\/d\/([0-9a-f-]{36})(\/[a-z]+)?/;

/**
 * Asks for what the page of a debate shows while its code is still on the way: on a slow line that is a second.
 * One after the other, as the page itself does: the outline must not be older than the number of the last event that
 * the debate names, or a change between them would be lost.
 */
export async function askAhead(queries: QueryClient, path: string): Promise<void> {
  const [, slug, debateId, tab = "/arguments"] = debatePage.exec(path) ?? [];
  if (slug === undefined || debateId === undefined) return;
  const { communityQuery, debateQuery, outlineQuery } = await import("../debates/queries.ts");
  const { queryKey } = communityQuery(slug);
  await queries.prefetchQuery(communityQuery(slug));
  const community = queries.getQueryData(queryKey);
  if (!community) return;
  const ids = { communityId: community.id, debateId };
  await queries.prefetchQuery(debateQuery(ids));
  if (tab !== "/arguments" || !queries.getQueryData(debateQuery(ids).queryKey)) return;
  await queries.prefetchQuery(outlineQuery(ids));
}
