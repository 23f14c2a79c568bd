import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "./queries.ts";

/** The debate that the address names; undefined until its community is known. */
export function useDebateIds(): DebateIds | undefined {
  const { slug = "", debateId = "" } = useParams({ strict: false });
  const { data } = useQuery({
    queryKey: ["community", slug],
    queryFn: ({ signal }) => call(readCommunityBySlug, { params: { slug }, signal }),
  });
  return data && { communityId: data.id, debateId };
}
