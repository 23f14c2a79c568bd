import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { readDebate } from "#shared/contract/debates.ts";
import {
  listMyResponses,
  listStatements,
  nextStatements,
  readResponseTotals,
  type ResponseValue,
  type Statement,
  type StatementCounts,
} from "#shared/contract/statements.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";

const keyOf = (ids: DebateIds, part: string) =>
  ["statements", ids.communityId, ids.debateId, part] as const;

/** What the reader may do in the debate now; shared with the page around. */
export const debateQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["debate", communityId, debateId] as const,
    queryFn: ({ signal }) => call(readDebate, { params: { communityId, debateId }, signal }),
  });

/** Statements that await the reader, and how far they are. */
export const deckQuery = (ids: DebateIds) =>
  queryOptions({
    queryKey: keyOf(ids, "deck"),
    queryFn: ({ signal }) => call(nextStatements, { params: ids, query: { count: 10 }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** How much was said so far, and by how many. */
export const totalsQuery = (ids: DebateIds) =>
  queryOptions({
    queryKey: keyOf(ids, "totals"),
    queryFn: ({ signal }) => call(readResponseTotals, { params: ids, signal }),
  });

/** All statements, the newest first; with counts where the reader may see them. */
export const statementsQuery = (ids: DebateIds) =>
  infiniteQueryOptions({
    queryKey: keyOf(ids, "all"),
    queryFn: ({ pageParam, signal }) =>
      call(listStatements, {
        params: ids,
        query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** The reader's own responses, the last one first. */
export const mineQuery = (ids: DebateIds) =>
  infiniteQueryOptions({
    queryKey: keyOf(ids, "mine"),
    queryFn: ({ pageParam, signal }) =>
      call(listMyResponses, {
        params: ids,
        query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** Puts an acknowledged response wherever its statement is shown. */
export function keepResponse(
  queries: QueryClient,
  ids: DebateIds,
  given: { statementId: string; value: ResponseValue; counts: StatementCounts },
): void {
  const answered = (statement: Statement): Statement =>
    statement.id === given.statementId
      ? { ...statement, mine: given.value, counts: given.counts }
      : statement;
  queries.setQueryData(
    statementsQuery(ids).queryKey,
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({ ...page, items: page.items.map(answered) })),
      },
  );
  queries.setQueryData(
    mineQuery(ids).queryKey,
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({
          ...page,
          items: page.items.map((item) =>
            item.statement.id === given.statementId
              ? { ...item, value: given.value, statement: answered(item.statement) }
              : item,
          ),
        })),
      },
  );
}

/** Reads again what lists statements. */
export function refreshStatements(queries: QueryClient, ids: DebateIds, parts = ["all", "mine"]) {
  for (const part of parts) void queries.invalidateQueries({ queryKey: keyOf(ids, part) });
}

/** Begins the deck and the list of one's own anew, those that are on their way too: an answer came in elsewhere. */
export function beginAnew(queries: QueryClient, ids: DebateIds): void {
  for (const part of ["deck", "mine"]) void queries.resetQueries({ queryKey: keyOf(ids, part) });
}
