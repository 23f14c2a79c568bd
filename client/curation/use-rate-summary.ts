import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type Fairness,
  type OwnSummaryRating,
  rateSummary,
} from "#shared/contract/summary-ratings.ts";
import { useDebate } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";
import { curationQuery, keepOwn } from "./queries.ts";

interface Saying {
  readonly version: number;
  /** Null takes it back. */
  readonly rating: Fairness | null;
  /** What it was before, to go back to when the server refuses. */
  readonly before: OwnSummaryRating | null;
}

/** Says how fair the summary is at once, and takes it back where the server refuses: there may be a newer version. */
export function useRateSummary() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  const errorText = useErrorText();
  return useMutation({
    // One after the other: of two that are on their way at once, the server may keep the first.
    scope: { id: `rate summary ${ids.debateId}` },
    mutationFn: ({ version, rating }: Saying) =>
      call(rateSummary, { params: { ...ids, number: version }, body: { rating } }),
    onMutate: ({ version, rating }) => keepOwn(queries, ids, rating && { version, rating }),
    onError: (error, { before }) => {
      toast({ ...errorText(error), tone: "danger" });
      keepOwn(queries, ids, before);
      void queries.invalidateQueries({ queryKey: curationQuery(ids).queryKey });
    },
  });
}
