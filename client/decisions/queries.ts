import {
  infiniteQueryOptions,
  queryOptions,
  replaceEqualDeep,
  skipToken,
  type SkipToken,
  useMutation,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";
import {
  annulDecision,
  cancelDecision,
  changeDecision,
  createDecision,
  type DecisionRules,
  type DecisionView,
  listBallots,
  listDecisions,
  listReasons,
  openDecision,
  settleTie,
  writeOutcome,
} from "#shared/contract/decisions.ts";
import { explainDelegation } from "#shared/contract/delegations.ts";
import { delegationsKey } from "../delegations/public.ts";
import { call, type Reply } from "../lib/api.ts";
import { serverNow } from "../lib/server-clock.ts";

export interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}
export type DecisionList = Reply<typeof listDecisions>;

const keyOf = ({ communityId, debateId }: DebateIds) =>
  ["decisions", communityId, debateId] as const;

/** Counts of ballots only grow: an answer that was on its way while a newer count came does not take it back. */
export function withHighestCounts(before: DecisionList | undefined, fresh: DecisionList) {
  if (!before) return fresh;
  const known = new Map(before.decisions.map(({ id, ballotCount }) => [id, ballotCount]));
  const decisions = fresh.decisions.map((decision) => {
    const ballotCount = Math.max(decision.ballotCount, known.get(decision.id) ?? 0);
    return { ...decision, ballotCount };
  });
  return { ...fresh, decisions };
}

const waitForWorkerMs = 3_000;
/** Many ballots take their time, and its end is told. */
const waitForCountMs = 15_000;
/** The longest that a browser's timer can be set to. */
const longestMs = 2 ** 31 - 1;

/** When to look again without being told to: once a decision's time has come, until it has opened or closed. */
export function nextLook(list: DecisionList | undefined, now: number): number | false {
  const due = (list?.decisions ?? []).flatMap(({ status, opensAt, closesAt }) => {
    if (status === "counting") return [now + waitForCountMs];
    if (status === "scheduled") return [Date.parse(opensAt)];
    return status === "open" ? [Date.parse(closesAt)] : [];
  });
  if (due.length === 0) return false;
  const left = Math.min(...due) - now;
  return Math.min(longestMs, left > 0 ? left + 500 : waitForWorkerMs);
}

/** The decisions of a debate with all that is known of them, the newest first. */
export const decisionsQuery = (ids: DebateIds) =>
  queryOptions({
    queryKey: keyOf(ids),
    queryFn: ({ signal }) => call(listDecisions, { params: ids, signal }),
    // What was told while no page with decisions stood was heard by none: each that is opened reads them anew.
    staleTime: 0,
    structuralSharing: (before, fresh) =>
      replaceEqualDeep(
        before,
        withHighestCounts(before as DecisionList | undefined, fresh as DecisionList),
      ),
    refetchInterval: ({ state }) => nextLook(state.data, serverNow()),
  });

interface Progress {
  readonly counted: number;
  readonly of: number;
}

/** How far a count is; it is told in the debate's room, and cannot be asked for. */
export const countingQuery = ({ communityId, id }: Pick<DecisionView, "communityId" | "id">) =>
  queryOptions({
    queryKey: ["counting", communityId, id] as const,
    queryFn: skipToken as SkipToken | (() => Promise<Progress>),
  });

export function keepProgress(
  queries: QueryClient,
  { communityId, decisionId: id, counted, of }: DebateIds & Progress & { decisionId: string },
): void {
  queries.setQueryData(countingQuery({ communityId, id }).queryKey, { counted, of });
}

/** Who voted how, page by page. */
export const ballotsQuery = ({ communityId, id }: DecisionView) =>
  infiniteQueryOptions({
    queryKey: ["ballots", communityId, id] as const,
    queryFn: ({ pageParam, signal }) =>
      call(listBallots, {
        params: { communityId, decisionId: id },
        query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** Why people took their stances where votes are secret, page by page. */
export const namelessReasonsQuery = ({ communityId, id }: DecisionView) =>
  infiniteQueryOptions({
    queryKey: ["reasons", communityId, id] as const,
    queryFn: ({ pageParam, signal }) =>
      call(listReasons, {
        params: { communityId, decisionId: id },
        query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

const explanations = (communityId: string) =>
  [...delegationsKey(communityId), "explained"] as const;

/** Who votes for the reader in a decision; read anew when the reader casts a ballot, or it goes on. */
export const delegationQuery = ({ communityId, id, status, mine }: DecisionView) =>
  queryOptions({
    queryKey: [...explanations(communityId), id, status, mine.revision] as const,
    queryFn: ({ signal }) =>
      call(explainDelegation, { params: { communityId, decisionId: id }, signal }),
    placeholderData: (before) => before,
  });

let explaining: ReturnType<typeof setTimeout> | undefined;

/** Others have voted: for those who delegate, in a moment, who votes for them is read again. A burst is one reading. */
export function explainSoon(
  queries: QueryClient,
  { communityId }: { readonly communityId: string },
): void {
  explaining ??= setTimeout(() => {
    explaining = undefined;
    void queries.invalidateQueries({
      queryKey: explanations(communityId),
      predicate: ({ state }) => {
        const data = state.data as Reply<typeof explainDelegation> | undefined;
        return data !== undefined && data.given.length > 0 && !data.hasVoted;
      },
    });
  }, 1_500);
}

/** Puts what the server said of one decision in the place of what was known. */
export function keepDecision(queries: QueryClient, decision: DecisionView): void {
  queries.setQueryData(decisionsQuery(decision).queryKey, (list) => {
    if (!list) return undefined;
    const isKnown = list.decisions.some(({ id }) => id === decision.id);
    const decisions = isKnown
      ? list.decisions.map((one) => (one.id === decision.id ? decision : one))
      : [decision, ...list.decisions];
    return withHighestCounts(list, { ...list, decisions });
  });
}

/** A newer count of ballots, told in the debate's room. */
export function keepCount(
  queries: QueryClient,
  { decisionId, ballotCount, ...ids }: DebateIds & { decisionId: string; ballotCount: number },
): void {
  queries.setQueryData(decisionsQuery(ids).queryKey, (list) => {
    if (!list) return undefined;
    const decisions = list.decisions.map((one) =>
      one.id === decisionId ? { ...one, ballotCount } : one,
    );
    return withHighestCounts(list, { ...list, decisions });
  });
}

export function refreshDecisions(queries: QueryClient, ids: DebateIds): Promise<void> {
  return queries.invalidateQueries({ queryKey: keyOf(ids) });
}

/** Sets up a decision, or changes one that has not opened. */
export function useSaveRules(ids: DebateIds, before: DecisionView | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rules: DecisionRules) =>
      before
        ? call(changeDecision, {
            params: { communityId: ids.communityId, decisionId: before.id },
            body: { ...rules, version: before.version },
          })
        : call(createDecision, { params: ids, body: rules }),
    onSuccess: (decision) => keepDecision(queries, decision),
    onSettled: () => refreshDecisions(queries, ids),
  });
}

/** Opens, calls off or annuls a decision; the last two with a reason. */
export function useSteer({ communityId, debateId, id }: DecisionView) {
  const queries = useQueryClient();
  const params = { communityId, decisionId: id };
  return useMutation({
    mutationFn: ({ to, reason }: { to: "open" | "cancel" | "annul"; reason: string }) => {
      if (to === "open") return call(openDecision, { params });
      return call(to === "cancel" ? cancelDecision : annulDecision, { params, body: { reason } });
    },
    onSuccess: (decision) => keepDecision(queries, decision),
    onSettled: () => refreshDecisions(queries, { communityId, debateId }),
  });
}

/** Settles a tie by the chair's order of the options. */
export function useSettleTie({ communityId, debateId, id }: DecisionView) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { order: string[]; reason: string }) =>
      call(settleTie, { params: { communityId, decisionId: id }, body }),
    onSuccess: (decision) => keepDecision(queries, decision),
    onSettled: () => refreshDecisions(queries, { communityId, debateId }),
  });
}

/** Puts the outcome into words. */
export function useWriteOutcome({ communityId, debateId, id }: DecisionView) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { text: string; version: number }) =>
      call(writeOutcome, { params: { communityId, decisionId: id }, body }),
    onSuccess: (decision) => keepDecision(queries, decision),
    onSettled: () => refreshDecisions(queries, { communityId, debateId }),
  });
}
