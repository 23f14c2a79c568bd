import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { beginVisit, openVisitPuzzle } from "#shared/contract/visitors.ts";
import { ApiError, call } from "../../lib/api.ts";
import type { DebateIds } from "../../lib/use-debate-ids.ts";
import { findAnswer } from "./find-answer.ts";

interface Proof {
  readonly bits: number;
  readonly tries: number;
  readonly isOnPage: boolean;
}

/** How far the browser is with what a debate asks of it; null while it computes nothing. */
export const proofQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions<Proof | null>({
    queryKey: ["visit-proof", communityId, debateId],
    // Set by what computes, and read from nowhere.
    queryFn: () => null,
    initialData: null,
    staleTime: Infinity,
  });

/** Does something, a second time where the debate wants a proof of work first. */
export async function withProof<T>(
  queries: QueryClient,
  ids: DebateIds,
  doing: () => Promise<T>,
): Promise<T> {
  try {
    return await doing();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "proof-needed") throw error;
  }
  await giveProof(queries, ids);
  return doing();
}

async function giveProof(queries: QueryClient, ids: DebateIds): Promise<void> {
  const { queryKey } = proofQuery(ids);
  const puzzle = await call(openVisitPuzzle, { params: ids });
  const { bits, challenge } = puzzle;
  const show = (tries: number, isOnPage: boolean) =>
    queries.setQueryData<Proof | null>(queryKey, { bits, tries, isOnPage });
  try {
    const answer = bits === 0 ? 0 : await findAnswer(puzzle, { onProgress: show });
    await call(beginVisit, { params: ids, body: { challenge, answer } });
  } finally {
    queries.setQueryData(queryKey, null);
  }
}
