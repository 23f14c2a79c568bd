import { queryOptions } from "@tanstack/react-query";
import { readEmbedding } from "#shared/contract/embedding.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";

/** Which other sites may show a debate. */
export const embeddingQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["embedding", communityId, debateId] as const,
    queryFn: ({ signal }) => call(readEmbedding, { params: { communityId, debateId }, signal }),
  });
