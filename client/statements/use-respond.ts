import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import { respond, type ResponseValue, type Statement } from "#shared/contract/statements.ts";
import { call, type Reply } from "../lib/api.ts";
import { isPassing } from "../lib/query-client.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { keepResponse, refreshStatements } from "./queries.ts";

interface Response {
  readonly statement: Statement;
  readonly value: ResponseValue;
}

const longestPauseMs = 10_000;

/**
 * Sends responses one after the other, each until the server answers: what was said without network
 * is kept and sent later. Says how many are on their way, and which was refused.
 */
export function useRespond(ids: DebateIds, onDone?: (given: Reply<typeof respond>) => void) {
  const queries = useQueryClient();
  const mutationKey = ["respond", ids.communityId, ids.debateId];
  const { mutate } = useMutation<Reply<typeof respond>, Error, Response>({
    mutationKey,
    scope: { id: mutationKey.join(" ") },
    mutationFn: ({ statement, value }) =>
      call(respond, { params: { ...ids, statementId: statement.id }, body: { value } }),
    retry: (_count, error) => isPassing(error),
    retryDelay: (count) => Math.min(longestPauseMs, 600 * 2 ** count),
    onSuccess: (given) => {
      keepResponse(queries, ids, given);
      onDone?.(given);
      refreshStatements(queries, ids, ["mine"]);
    },
    onError: () => refreshStatements(queries, ids),
  });
  const states = useMutationState({
    filters: { mutationKey, exact: true },
    select: ({ state }) => ({
      isWaiting: state.status === "pending" && (state.isPaused || state.failureCount > 0),
      error: state.status === "error" ? state.error : null,
    }),
  });
  return {
    respond: (statement: Statement, value: ResponseValue) => mutate({ statement, value }),
    waiting: states.filter(({ isWaiting }) => isWaiting).length,
    error: states.at(-1)?.error ?? null,
  };
}
