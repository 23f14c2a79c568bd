import { type QueryClient, type QueryKey, useQuery } from "@tanstack/react-query";
import type { Input } from "#shared/contract/request.ts";
import { beginVisit, openVisitPuzzle } from "#shared/contract/visitors.ts";
import { ApiError, call } from "../../lib/api.ts";
import { isEmbedded, siteAround } from "../../lib/embedded.ts";
import type { DebateIds } from "../../lib/use-debate-ids.ts";
import { findAnswer } from "./find-answer.ts";

interface Proof {
  readonly bits: number;
  readonly tries: number;
  readonly isOnPage: boolean;
}

/** How far the browser is with what a debate asks of it; null while it computes nothing. */
const proofKey = ({ communityId, debateId }: DebateIds): QueryKey => [
  "visit-proof",
  communityId,
  debateId,
];

const tell = (queries: QueryClient, ids: DebateIds, proof: Proof | null) =>
  queries.setQueryData<Proof | null>(proofKey(ids), proof);

/** The same, kept by what computes, and read from nowhere. */
export const useProof = (ids: DebateIds): Proof | null =>
  useQuery<Proof | null>({
    queryKey: proofKey(ids),
    queryFn: () => null,
    initialData: null,
    staleTime: Infinity,
  }).data ?? null;

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

/** Begins a visit; in a page of another site by a cookie that is sent from there. */
export const begin = (ids: DebateIds, proof?: Input<typeof beginVisit>["body"]) =>
  call(beginVisit, {
    params: ids,
    query: isEmbedded() ? { framed: "true", framedBy: siteAround() } : {},
    body: proof,
  });

/** Begins a visit with the proof of work that the debate asks for. */
export async function giveProof(queries: QueryClient, ids: DebateIds): Promise<void> {
  const puzzle = await call(openVisitPuzzle, { params: ids });
  const { bits, challenge } = puzzle;
  const show = (tries: number, isOnPage: boolean) => tell(queries, ids, { bits, tries, isOnPage });
  try {
    const answer = bits === 0 ? 0 : await findAnswer(puzzle, { onProgress: show });
    await begin(ids, { challenge, answer });
  } finally {
    tell(queries, ids, null);
  }
}
