import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { readArgumentBridging } from "#shared/contract/bridging.ts";
import { summaryChanged } from "#shared/contract/curation.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { ratingsChanged } from "#shared/contract/ratings.ts";
import { evidenceReviewed } from "#shared/contract/reviews.ts";
import { summaryRated } from "#shared/contract/summary-ratings.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";
import type { DebateIds } from "./queries.ts";

const bridgingQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["bridging", communityId, debateId] as const,
    queryFn: ({ signal }) =>
      call(readArgumentBridging, { params: { communityId, debateId }, signal }),
  });

/** Bridging scores as they come, while somebody looks at them. */
export function useBridging(ids: DebateIds) {
  const queries = useQueryClient();
  const { queryKey } = bridgingQuery(ids);
  // One that is on its way is let through: ratings may come faster than a slow line brings scores.
  const readAgain = () => void queries.invalidateQueries({ queryKey }, { cancelRefetch: false });
  useRoom(debateRoom(ids), [
    on(ratingsChanged, readAgain),
    on(evidenceReviewed, readAgain),
    on(summaryRated, readAgain),
    on(summaryChanged, readAgain),
  ]);
  return useQuery(bridgingQuery(ids));
}
