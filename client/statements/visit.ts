import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { endVisit } from "#shared/contract/visitors.ts";
import { ApiError, call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { begin, giveProof, withProof } from "./proof/give-proof.ts";
import { deckQuery } from "./queries.ts";

/**
 * Asks for the cookie that a visit needs before the first response is sent: a response whose answer is
 * lost can then be sent again by the same visit, and counts once.
 */
export async function ensureVisit(queries: QueryClient, ids: DebateIds): Promise<void> {
  const { queryKey } = deckQuery(ids, "visitor");
  const deck = queries.getQueryData(queryKey);
  if (deck?.hasVisit) return;
  if (deck?.needsProof) await giveProof(queries, ids);
  else await withProof(queries, ids, () => begin(ids));
  queries.setQueryData(
    queryKey,
    (known) => known && { ...known, hasVisit: true, needsProof: false },
  );
}

/** Whether the server does not take this browser's visit (any more). */
export const isVisitRefused = (error: Error | null): error is ApiError =>
  error instanceof ApiError && error.code === "visit-unknown";

/** Begins anew where the visit was refused. */
export function useBeginAnew(ids: DebateIds) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => withProof(queries, ids, () => begin(ids)),
    onSuccess: () => queries.resetQueries({ queryKey: ["statements", ids.communityId] }),
  });
}

/** Ends the visit, as at a machine that others use too. */
export function useEndVisit(ids: DebateIds) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(endVisit, {}),
    onSuccess: () => queries.resetQueries({ queryKey: ["statements", ids.communityId] }),
  });
}
