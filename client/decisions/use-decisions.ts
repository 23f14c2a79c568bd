import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  ballotsCounted,
  countProgressed,
  decisionChanged,
} from "#shared/contract/decision-events.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";
import { isNewCount, refreshLive } from "./live-queries.ts";
import {
  decisionsQuery,
  type DebateIds,
  explainSoon,
  keepCount,
  keepProgress,
  refreshDecisions,
} from "./queries.ts";

/**
 * The debate's decisions, kept live: counts as they come, all else fetched again under the reader's own rights.
 * @param since the last event of the debate's room that the page around this one knows of
 */
export function useDecisions(ids: DebateIds, since: number) {
  const queries = useQueryClient();
  const news = [
    on(decisionChanged, () => void refreshDecisions(queries, ids)),
    on(countProgressed, (progress) => keepProgress(queries, progress)),
    on(ballotsCounted, (count) => {
      keepCount(queries, count);
      if (!isNewCount(count)) return;
      refreshLive(queries, count);
      explainSoon(queries, count);
    }),
  ];
  useRoom(debateRoom(ids), news, { since });
  return useQuery(decisionsQuery(ids));
}
