import { useQuery, useQueryClient } from "@tanstack/react-query";
import { embeddingSettled } from "#shared/contract/embedding.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { useDebate } from "../debates/public.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";
import { embeddingQuery } from "./queries.ts";

/** Which other sites may show the debate of this page, kept live; read once it is wanted. */
export function useEmbedding(isWanted = true) {
  const queries = useQueryClient();
  const { ids, debate } = useDebate();
  const { queryKey } = embeddingQuery(ids);
  const news = [on(embeddingSettled, () => void queries.invalidateQueries({ queryKey }))];
  useRoom(debateRoom(ids), news, { since: debate.room.seq });
  return useQuery({ ...embeddingQuery(ids), enabled: isWanted });
}
