import { type QueryClient, queryOptions } from "@tanstack/react-query";
import {
  declaredGroupsChanged,
  readDeclaredGroups,
  readRepresentation,
} from "#shared/contract/representation.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";
import type { Asked } from "./asked.ts";

const keyOf = (communityId: string) => ["representation", communityId] as const;

/** What members of a community may say about themselves, and what the reader said. */
export const groupsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...keyOf(communityId), "groups"],
    queryFn: ({ signal }) => call(readDeclaredGroups, { params: { communityId }, signal }),
  });

export const reportQuery = (communityId: string, { population, id }: Asked) =>
  queryOptions({
    queryKey: [...keyOf(communityId), "report", population, id],
    queryFn: ({ signal }) =>
      call(readRepresentation, { params: { communityId }, query: { population, id }, signal }),
    placeholderData: (before) => before,
  });

export const refreshGroups = (cache: QueryClient, communityId: string): Promise<void> =>
  cache.invalidateQueries({ queryKey: keyOf(communityId) });

/** What the community's room tells of what can be said. */
export const representationEvents = (cache: QueryClient, communityId: string) => [
  on(declaredGroupsChanged, () => void refreshGroups(cache, communityId)),
];
