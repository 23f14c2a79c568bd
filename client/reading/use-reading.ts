import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  bookmarkClaim,
  bookmarkDebate,
  followDebate,
  forgetClaim,
  forgetDebate,
  type Reading,
  type Stance,
} from "#shared/contract/reading.ts";
import { useDebate } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { useAccount } from "../lib/session.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";
import { bookmarksQuery, changeReading, readingQuery } from "./queries.ts";

/** The reader's place in the debate around; undefined for visitors, and while nobody knows. */
export function useReading(): Reading | undefined {
  const { ids } = useDebate();
  const account = useAccount();
  return useQuery({ ...readingQuery(ids), enabled: Boolean(account) }).data;
}

/** What is kept or not: a debate, or a claim in it. */
export interface Keeping extends DebateIds {
  readonly claimId: string | null;
  readonly isKept: boolean;
}

const send = ({ communityId, debateId, claimId, isKept }: Keeping) => {
  const params = { communityId, debateId };
  if (claimId === null) return call(isKept ? bookmarkDebate : forgetDebate, { params });
  return call(isKept ? bookmarkClaim : forgetClaim, { params: { ...params, claimId } });
};

function withKeeping(reading: Reading, { claimId, isKept }: Keeping): Reading {
  if (claimId === null) return { ...reading, isBookmarked: isKept };
  const others = reading.claimIds.filter((id) => id !== claimId);
  return { ...reading, claimIds: isKept ? [...others, claimId] : others };
}

/** Keeps something, or keeps it no longer: at once, and taken back where the server refuses, which is said. */
export function useKeep() {
  const queries = useQueryClient();
  const errorText = useErrorText();
  const keep = (keeping: Keeping) =>
    changeReading(queries, keeping, (reading) => withKeeping(reading, keeping));
  return useMutation({
    mutationFn: send,
    onMutate: keep,
    onError: (error, keeping) => {
      keep({ ...keeping, isKept: !keeping.isKept });
      // Said here, not by the button: that may have gone with its menu.
      toast({ ...errorText(error), tone: "danger" });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: bookmarksQuery.queryKey }),
  });
}

/** Chooses what one is told of the debate around. */
export function useFollow() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  return useMutation({
    mutationFn: (stance: Stance) => call(followDebate, { params: ids, body: { stance } }),
    onSuccess: (_nothing, stance) =>
      changeReading(queries, ids, (reading) => ({ ...reading, stance })),
  });
}
