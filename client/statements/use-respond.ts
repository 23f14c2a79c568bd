import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import {
  type GivenResponse,
  respond,
  type ResponseValue,
  type Statement,
} from "#shared/contract/statements.ts";
import { respondAsVisitor } from "#shared/contract/visitors.ts";
import { call } from "../lib/api.ts";
import { siteAround } from "../lib/embedded.ts";
import { isPassing } from "../lib/query-client.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { withProof } from "./proof/give-proof.ts";
import { keepResponse, refreshStatements } from "./queries.ts";
import { ensureVisit } from "./visit.ts";
import type { Voice } from "./voice.ts";

interface Response {
  readonly statement: Statement;
  readonly value: ResponseValue;
}

export interface Responding {
  readonly ids: DebateIds;
  readonly voice: Voice;
  readonly onDone?: (given: GivenResponse) => void;
}

const longestPauseMs = 10_000;

/**
 * Sends responses one after the other, each until the server answers: what was said without network
 * is kept and sent later. Says how many are on their way, and which was refused.
 */
export function useRespond({ ids, voice, onDone }: Responding) {
  const queries = useQueryClient();
  const mutationKey = ["respond", ids.communityId, ids.debateId, voice];
  const { mutate } = useMutation<GivenResponse, Error, Response>({
    mutationKey,
    scope: { id: mutationKey.join(" ") },
    mutationFn: async ({ statement, value }) => {
      const input = { params: { ...ids, statementId: statement.id }, body: { value } };
      if (voice === "member") return call(respond, input);
      await ensureVisit(queries, ids);
      const query = { framedBy: siteAround() };
      return withProof(queries, ids, () => call(respondAsVisitor, { ...input, query }));
    },
    retry: (_count, error) => isPassing(error),
    retryDelay: (count) => Math.min(longestPauseMs, 600 * 2 ** count),
    onSuccess: (given) => {
      keepResponse(queries, { ...ids, voice }, given);
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
