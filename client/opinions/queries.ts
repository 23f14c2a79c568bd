import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { debateRoom } from "#shared/contract/event.ts";
import { groupNamesChanged, listGroupNames } from "#shared/contract/group-names.ts";
import {
  type OpinionMap,
  opinionMapChanged,
  readOpinionMap,
  readOpinionMapHistory,
  readOpinionMapRun,
} from "#shared/contract/opinions.ts";
import {
  listStatements,
  readResponseTotals,
  readStatement,
  responsesCounted,
  type Statement,
  statementAdded,
  statementChanged,
  statementWithdrawn,
} from "#shared/contract/statements.ts";
import { draftSummary, readSummary } from "#shared/contract/summaries.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { useRoom } from "../lib/use-room.ts";
import { readFirst } from "./read-first.ts";

const keyOf = ({ communityId, debateId }: DebateIds, part: string) =>
  ["opinions", communityId, debateId, part] as const;

const totalOf = async (ids: DebateIds, signal: AbortSignal): Promise<number> => {
  const { responses, visitors } = await call(readResponseTotals, { params: ids, signal });
  return responses + (visitors?.responses ?? 0);
};

/** The newest map, and how many responses there were when it was read. */
export const mapQuery = (ids: DebateIds) =>
  queryOptions({
    queryKey: keyOf(ids, "map"),
    queryFn: async ({ signal }) => {
      const [reply, total] = await Promise.all([
        call(readOpinionMap, { params: ids, signal }),
        totalOf(ids, signal),
      ]);
      return { ...reply, total };
    },
  });

/** One map as it was, whatever came since. */
export const runQuery = (ids: DebateIds, runId: string) =>
  queryOptions({
    queryKey: [...keyOf(ids, "run"), runId],
    queryFn: ({ signal }) => call(readOpinionMapRun, { params: { ...ids, runId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a machine wrote of a map. */
export const summaryQuery = ({ runId, ...ids }: DebateIds & { readonly runId: string }) =>
  queryOptions({
    queryKey: [...keyOf(ids, "summary"), runId],
    queryFn: ({ signal }) => call(readSummary, { params: { ...ids, runId }, signal }),
  });

/** What would be sent for that, as it is now. */
export const summaryDraftQuery = ({ runId, ...ids }: DebateIds & { readonly runId: string }) =>
  queryOptions({
    queryKey: [...keyOf(ids, "summary-draft"), runId],
    queryFn: ({ signal }) => call(draftSummary, { params: { ...ids, runId }, signal }),
    staleTime: 0,
  });

/** Which maps are kept, the newest first. */
export const historyQuery = (ids: DebateIds) =>
  queryOptions({
    queryKey: keyOf(ids, "history"),
    queryFn: async ({ signal }) =>
      (await call(readOpinionMapHistory, { params: ids, signal })).runs,
  });

/** What the reader's own group may be called. */
export const namesQuery = (ids: DebateIds) =>
  queryOptions({
    queryKey: keyOf(ids, "names"),
    queryFn: ({ signal }) => call(listGroupNames, { params: ids, signal }),
  });

/** So many statements come at once; of longer maps those that are read first are asked for by themselves. */
const pageLength = 100;

/** All statements of a debate by id: what they say, and what the reader said to them. */
export const statementsQuery = (ids: DebateIds) =>
  queryOptions({
    queryKey: keyOf(ids, "statements"),
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, Statement>> => {
      const found = new Map<string, Statement>();
      let after: string | null = null;
      do {
        const query: { limit: number; after?: string } = {
          limit: pageLength,
          ...(after === null ? {} : { after }),
        };
        const page: { items: Statement[]; next: string | null } = await call(listStatements, {
          params: ids,
          query,
          signal,
        });
        for (const statement of page.items) found.set(statement.id, statement);
        after = page.next;
      } while (after !== null);
      return found;
    },
  });

/** Some statements at once; one that is not there any more is left out. */
const someStatementsQuery = (ids: DebateIds, statementIds: readonly string[]) =>
  queryOptions({
    queryKey: [...keyOf(ids, "some-statements"), statementIds],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, Statement>> => {
      const replies = await Promise.allSettled(
        statementIds.map((statementId) =>
          call(readStatement, { params: { ...ids, statementId }, signal }),
        ),
      );
      const found = replies.flatMap((reply) =>
        reply.status === "fulfilled" ? [[reply.value.id, reply.value] as const] : [],
      );
      return new Map(found);
    },
  });

/** All statements of a map as they are now; until they are there, those of it that are read first. */
export function useStatementsOf(ids: DebateIds, map: OpinionMap) {
  const all = useStatements(ids).data;
  const first = useMemo(() => readFirst(map), [map]);
  const isLong = map.statements.length > pageLength;
  const some = useQuery({ ...someStatementsQuery(ids, first), enabled: isLong && !all }).data;
  return { statements: all, known: all ?? some, isWhole: all !== undefined };
}

/** Statements as they are now, whatever was written since. */
export function useStatements(ids: DebateIds) {
  const queries = useQueryClient();
  const { queryKey } = statementsQuery(ids);
  const readAgain = () => void queries.invalidateQueries({ queryKey });
  useRoom(debateRoom(ids), [
    on(statementAdded, readAgain),
    on(statementChanged, readAgain),
    on(statementWithdrawn, readAgain),
  ]);
  return useQuery(statementsQuery(ids));
}

/** The newest map as it comes, and how many answers came in after it. */
export function useMap(ids: DebateIds) {
  const queries = useQueryClient();
  const [newest, setNewest] = useState("");
  const [counted, setCounted] = useState(0);
  const query = useQuery(mapQuery(ids));
  const { data, isFetching, isError, refetch } = query;
  useRoom(debateRoom(ids), [
    on(opinionMapChanged, ({ computedAt }) => {
      setNewest(computedAt);
      const { queryKey } = mapQuery(ids);
      // One that is on its way is let through: maps may come faster than a slow line brings them.
      void queries.invalidateQueries({ queryKey }, { cancelRefetch: false });
      void queries.invalidateQueries({ queryKey: historyQuery(ids).queryKey });
    }),
    on(groupNamesChanged, () => {
      for (const { queryKey } of [mapQuery(ids), namesQuery(ids)]) {
        void queries.invalidateQueries({ queryKey });
      }
    }),
    on(responsesCounted, ({ responses, visitors }) => {
      setCounted(responses + (visitors?.responses ?? 0));
    }),
  ]);
  const isBehind = data !== undefined && newest > (data.map?.computedAt ?? "");
  useEffect(() => {
    if (isBehind && !isFetching && !isError) void refetch();
  }, [isBehind, isFetching, isError, refetch]);
  const since = data === undefined ? 0 : data.answersSince + Math.max(0, counted - data.total);
  return { query, since };
}

/** The map that is asked for: the newest as it comes, or an earlier one. Until that is there, what was shown before stays. */
export function useShownMap(ids: DebateIds, runId: string | undefined) {
  const { query: newest, since } = useMap(ids);
  const earlier = useQuery({
    ...runQuery(ids, runId ?? ""),
    enabled: runId !== undefined,
    placeholderData: (before) => before ?? newest.data?.map ?? undefined,
  });
  if (runId === undefined) {
    const { data, error, isFetching, refetch } = newest;
    return { query: { data, error, isFetching, refetch }, since };
  }
  const { data: map, isFetching, refetch } = earlier;
  const error = earlier.error ?? newest.error;
  const data = newest.data && map && !earlier.error ? { ...newest.data, map } : undefined;
  return { query: { data, error, isFetching, refetch }, since: 0 };
}
