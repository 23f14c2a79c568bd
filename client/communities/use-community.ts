import { useQuery, useQueryClient } from "@tanstack/react-query";
import { communityRoom } from "#shared/contract/event.ts";
import { useRoom } from "../lib/use-room.ts";
import { communityEvents, communityQuery, keptByCommunity } from "./queries.ts";

/** A community by its slug, kept live while the page stands. */
export function useCommunity(slug: string) {
  const cache = useQueryClient();
  const query = useQuery(communityQuery(slug));
  const { data } = query;
  useRoom(
    data ? communityRoom({ communityId: data.id }) : null,
    data ? communityEvents(cache, data) : [],
    { keeps: data && keptByCommunity(data) },
  );
  return query;
}
