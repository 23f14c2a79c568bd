import { keepPreviousData, type QueryClient, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { maxClaimLength } from "#shared/contract/claims.ts";
import { findSimilar, type Similar, type SimilarKind } from "#shared/contract/similar.ts";
import { hasUnspaced } from "#shared/finding/likeness.ts";
import { call } from "../../lib/api.ts";
import type { DebateIds } from "../../lib/use-debate-ids.ts";

/** So long after the last key somebody has paused. */
const pauseMs = 700;

/** A text as it was when somebody last paused; what is there from the start counts at once. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

/** Enough to be like something: a few words. Where words have no spaces between them they are short. */
export function isEnough(text: string): boolean {
  const least = hasUnspaced(text) ? 5 : 12;
  return text.length >= least && text.length <= maxClaimLength;
}

const none: readonly Similar[] = [];

const keyOf = ({ communityId, debateId }: DebateIds, kind: SimilarKind) =>
  ["similar", communityId, debateId, kind] as const;

/** Asks anew what was said before: something of that kind was taken back, or is worded anew. */
export function refreshSimilar(queries: QueryClient, ids: DebateIds, kind: SimilarKind): void {
  void queries.invalidateQueries({ queryKey: keyOf(ids, kind) });
}

/** What was said before in similar words; nothing while nobody knows, and never a fault: it must not be in the way. */
export function useSimilar(ids: DebateIds, kind: SimilarKind, text: string): readonly Similar[] {
  const { communityId, debateId } = ids;
  const sought = usePaused(text).replaceAll(/\s+/gu, " ").trim();
  const asks = isEnough(sought);
  const { data } = useQuery({
    queryKey: [...keyOf(ids, kind), sought],
    queryFn: ({ signal }) =>
      call(findSimilar, {
        params: { communityId, debateId },
        body: { kind, text: sought },
        signal,
      }),
    enabled: asks,
    retry: false,
    placeholderData: keepPreviousData,
  });
  return asks && text.trim() !== "" ? (data?.items ?? none) : none;
}
