import { useMutation, useQueryClient } from "@tanstack/react-query";
import { reviewEvidence, takeBackReview, type Verdict } from "#shared/contract/reviews.ts";
import { call } from "../lib/api.ts";
import { useDebate } from "./debate-context.ts";
import { changeOutline } from "./queries.ts";
import { withVerdict } from "./verdicts.ts";

interface ReviewOf {
  readonly evidenceId: string;
  /** Undefined takes it back. */
  readonly verdict: Verdict | undefined;
  /** What it was before, to go back to when the server refuses. */
  readonly before: Verdict | undefined;
}

/** Reviews a source at once, and takes it back where the server refuses. */
export function useReview() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  const keep = (evidenceId: string, verdict: Verdict | undefined) =>
    changeOutline(queries, ids, (outline) => ({
      ...outline,
      verdicts: withVerdict(outline.verdicts, evidenceId, verdict),
    }));
  return useMutation({
    // One after the other: of two that are on their way at once, the server may keep the first.
    scope: { id: `review ${ids.debateId}` },
    mutationFn: ({ evidenceId, verdict }: ReviewOf) => {
      const params = { ...ids, evidenceId };
      if (verdict === undefined) return call(takeBackReview, { params });
      return call(reviewEvidence, { params, body: { verdict } });
    },
    onMutate: ({ evidenceId, verdict }) => keep(evidenceId, verdict),
    onError: (_error, { evidenceId, before }) => keep(evidenceId, before),
  });
}
