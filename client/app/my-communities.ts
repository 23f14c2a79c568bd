import { queryOptions } from "@tanstack/react-query";
import { listCommunities } from "#shared/contract/communities.ts";
import { call } from "../lib/api.ts";

/** The communities of which the reader is a member, for the header. */
export const myCommunitiesQuery = queryOptions({
  queryKey: ["communities", "mine"],
  queryFn: () => call(listCommunities, { query: { mine: "true", limit: 50 } }),
});
