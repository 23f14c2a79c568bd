import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ballotsCounted, decisionChanged } from "#shared/contract/decisions.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";
import { decisionsQuery, type DebateIds, keepCount, refreshDecisions } from "./queries.ts";

/** The debate's decisions, kept live: counts as they come, all else fetched again under the reader's own rights. */
export function useDecisions(ids: DebateIds) {
  const queries = useQueryClient();
  useRoom(debateRoom(ids), [
    on(decisionChanged, () => void refreshDecisions(queries, ids)),
    on(ballotsCounted, (count) => keepCount(queries, count)),
  ]);
  return useQuery(decisionsQuery(ids));
}
