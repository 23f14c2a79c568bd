import {
  type MutationState,
  useMutation,
  useMutationState,
  useQueryClient,
} from "@tanstack/react-query";
import { useState } from "react";
import { castBallot, type DecisionView } from "#shared/contract/decisions.ts";
import type { Ballot } from "#shared/voting/index.ts";
import { call, type Reply } from "../lib/api.ts";
import { newKey } from "../lib/idempotency.ts";
import { isPassing } from "../lib/query-client.ts";
import { isSameBallot } from "./ballots/index.tsx";
import { decisionsQuery, refreshDecisions } from "./queries.ts";
import { keepReceipt } from "./receipts.ts";

/** One press of the button. However often it has to be sent, the server takes it once. */
interface Attempt {
  readonly ballot: Ballot;
  readonly reason: string | null;
  readonly key: string;
}
type Cast = Reply<typeof castBallot>;
export type SendingState = Pick<
  MutationState<Cast, Error, Attempt>,
  "status" | "isPaused" | "failureCount" | "error" | "variables"
>;

const longestPauseMs = 10_000;

const drafts = "ballot-draft";

/** What somebody has filled in and not cast; kept while the page is open, through visits to other tabs. */
export function useBallotDraft({ communityId, id }: DecisionView) {
  const queries = useQueryClient();
  const queryKey = [drafts, communityId, id] as const;
  const [draft, setShown] = useState(() => {
    queries.setQueryDefaults([drafts], { gcTime: Number.POSITIVE_INFINITY });
    return queries.getQueryData<Ballot | null>(queryKey) ?? null;
  });
  const change = (to: (before: Ballot | null) => Ballot | null) => {
    setShown(to);
    queries.setQueryData<Ballot | null>(queryKey, (before) => to(before ?? null));
  };
  return {
    draft,
    setDraft: (next: Ballot | null) => change(() => next),
    /** Once it is cast it is a draft no more, unless it was changed meanwhile. */
    settleDraft: (cast: Ballot) =>
      change((before) => (before && !isSameBallot(before, cast) ? before : null)),
  };
}

/** Sends ballots one after the other, each until the server answers; what happens is seen from every tab. */
export function useCastBallot(decision: DecisionView, onCast: (ballot: Ballot) => void) {
  const queries = useQueryClient();
  const { communityId, debateId, id } = decision;
  const mutationKey = ["cast-ballot", communityId, id];
  const { mutate } = useMutation<Cast, Error, Attempt>({
    mutationKey,
    scope: { id: mutationKey.join(" ") },
    mutationFn: ({ ballot, reason, key }) =>
      call(castBallot, {
        params: { communityId, decisionId: id },
        body: { ballot, reason },
        idempotencyKey: key,
      }),
    retry: (_count, error) => isPassing(error),
    retryDelay: (count) => Math.min(longestPauseMs, 600 * 2 ** count),
    onSuccess: ({ ballot, reason, revision, castAt, receipt }) => {
      onCast(ballot);
      keepReceipt(receipt);
      const cast = { ballot, reason, revision, castAt, hasVoted: true };
      queries.setQueryData(decisionsQuery({ communityId, debateId }).queryKey, (list) => {
        if (!list) return undefined;
        const decisions = list.decisions.map((one) =>
          one.id === id ? { ...one, mine: { ...one.mine, ...cast } } : one,
        );
        return { ...list, decisions };
      });
    },
    onSettled: () => refreshDecisions(queries, { communityId, debateId }),
  });
  const states = useMutationState({
    filters: { mutationKey, exact: true },
    select: ({ state }) => state as SendingState,
  });
  return {
    cast: (ballot: Ballot, reason: string | null) => mutate({ ballot, reason, key: newKey() }),
    sending: states.at(-1) ?? null,
  };
}
