import {
  infiniteQueryOptions,
  type QueryClient,
  type QueryKey,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { readCommitment } from "#shared/contract/commitments.ts";
import { readDecision } from "#shared/contract/decisions.ts";
import {
  type Dispute,
  disputeChanged,
  juryChanged,
  listDisputes,
  listPrecedents,
  readDispute,
  readDisputeSettings,
  readJuryRoom,
} from "#shared/contract/disputes.ts";
import { readProfile } from "#shared/contract/profiles.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";
import type { CaseFilter } from "./case-search.ts";

export interface CaseIds {
  readonly communityId: string;
  readonly disputeId: string;
}

interface Part {
  readonly next: string | null;
}

/** All that is known of a community's cases; jurors have their duty under it too. */
export const disputesKey = (communityId: string): QueryKey => ["disputes", communityId];

/** One case, with all that is read beside it: its jury's room, the draw, precedents. */
export const caseKey = ({ communityId, disputeId }: CaseIds): QueryKey => [
  ...disputesKey(communityId),
  "case",
  disputeId,
];

export const caseQuery = (ids: CaseIds) =>
  queryOptions({
    queryKey: [...caseKey(ids), "whole"],
    queryFn: ({ signal }) => call(readDispute, { params: ids, signal }),
    staleTime: 0,
  });

/** Questions, answers, and the jury's own thread for who may read it. */
export const juryRoomQuery = (ids: CaseIds) =>
  queryOptions({
    queryKey: [...caseKey(ids), "jury-room"],
    queryFn: ({ signal }) => call(readJuryRoom, { params: ids, signal }),
    staleTime: 0,
  });

export const precedentsQuery = (ids: CaseIds) =>
  queryOptions({
    queryKey: [...caseKey(ids), "precedents"],
    queryFn: async ({ signal }) => (await call(listPrecedents, { params: ids, signal })).items,
  });

export const casesQuery = (communityId: string, { mine, ...filter }: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: [...disputesKey(communityId), "list", { ...filter, mine }],
    queryFn: ({ pageParam: after, signal }) =>
      call(listDisputes, {
        params: { communityId },
        query: { ...filter, mine: mine ? "true" : "false", after, limit: 20 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: Part) => next ?? undefined,
    placeholderData: (before) => before,
    staleTime: 0,
  });

/** The latest cases about one thing: an action, a decision, or a commitment. */
export const casesAboutQuery = (
  communityId: string,
  about:
    | { readonly actionId: string }
    | { readonly decisionId: string }
    | { readonly commitmentId: string },
) =>
  queryOptions({
    queryKey: [...disputesKey(communityId), "about", about],
    queryFn: async ({ signal }) => {
      const query = { ...about, limit: 20 };
      return (await call(listDisputes, { params: { communityId }, query, signal })).items;
    },
  });

export const settingsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...disputesKey(communityId), "settings"],
    queryFn: ({ signal }) => call(readDisputeSettings, { params: { communityId }, signal }),
  });

/** With whom there is a conflict; under the same key as the page of that person has it. */
export const personQuery = (communityId: string, participantId: string) =>
  queryOptions({
    queryKey: ["profile", communityId, participantId],
    queryFn: ({ signal }) => call(readProfile, { params: { communityId, participantId }, signal }),
  });

/** The decision that somebody means to dispute. */
export const decisionQuery = (communityId: string, decisionId: string) =>
  queryOptions({
    queryKey: [...disputesKey(communityId), "decision", decisionId],
    queryFn: ({ signal }) => call(readDecision, { params: { communityId, decisionId }, signal }),
  });

/** The commitment on which somebody means to dispute a report. */
export const commitmentQuery = (communityId: string, commitmentId: string) =>
  queryOptions({
    queryKey: [...disputesKey(communityId), "commitment", commitmentId],
    queryFn: ({ signal }) =>
      call(readCommitment, { params: { communityId, commitmentId }, signal }),
  });

/** Puts a case as the server has just told it in the place of what was known, and reads again what stands beside it. */
export function keepCase(queries: QueryClient, dispute: Dispute): void {
  const { communityId, id: disputeId } = dispute;
  queries.setQueryData(caseQuery({ communityId, disputeId }).queryKey, dispute);
  void queries.invalidateQueries({ queryKey: disputesKey(communityId) });
}

/** Does something in a case: whatever the server answers is what is shown. */
export function useInCase<V = void>(act: (input: V) => Promise<Dispute>, onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (dispute) => {
      keepCase(queries, dispute);
      onDone?.();
    },
  });
}

/** What the rooms tell of cases. */
export function disputeNews(queries: QueryClient, communityId: string) {
  const again = (news: { readonly communityId: string }) => {
    if (news.communityId !== communityId) return;
    void queries.invalidateQueries({ queryKey: disputesKey(communityId) });
  };
  return { inCommunity: [on(disputeChanged, again)], toAccount: [on(juryChanged, again)] };
}
