import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { readDebate } from "#shared/contract/debates.ts";
import {
  type Cards,
  listMyResponses,
  listStatements,
  nextStatements,
  readResponseTotals,
  readStatementRouting,
  type GivenResponse,
  type Statement,
} from "#shared/contract/statements.ts";
import { listVisitResponses, nextForVisitor } from "#shared/contract/visitors.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import type { Voice } from "./voice.ts";

const keyOf = (ids: DebateIds, part: string) =>
  ["statements", ids.communityId, ids.debateId, part] as const;
const ownKeyOf = (ids: DebateIds, part: string, voice: Voice) =>
  [...keyOf(ids, part), voice] as const;

/** What the reader may do in the debate now; shared with the page around. */
export const debateQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["debate", communityId, debateId] as const,
    queryFn: ({ signal }) => call(readDebate, { params: { communityId, debateId }, signal }),
  });

/** A visit is something that only those without an account have. */
interface Dealt extends Cards {
  readonly hasVisit?: boolean;
  readonly needsProof?: boolean;
}

/** Statements that await the reader, and how far they are. */
export const deckQuery = (ids: DebateIds, voice: Voice) =>
  queryOptions({
    queryKey: ownKeyOf(ids, "deck", voice),
    queryFn: ({ signal }): Promise<Dealt> => {
      const input = { params: ids, query: { count: 10 }, signal };
      return voice === "visitor" ? call(nextForVisitor, input) : call(nextStatements, input);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** How much was said so far, and by how many. */
export const totalsQuery = (ids: DebateIds) =>
  queryOptions({
    queryKey: keyOf(ids, "totals"),
    queryFn: ({ signal }) => call(readResponseTotals, { params: ids, signal }),
  });

/** Why statements come when they do, as it is now. */
export const routingQuery = (ids: DebateIds) =>
  queryOptions({
    queryKey: keyOf(ids, "routing"),
    queryFn: ({ signal }) => call(readStatementRouting, { params: ids, signal }),
    staleTime: 0,
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
export const mineQuery = (ids: DebateIds, voice: Voice) =>
  infiniteQueryOptions({
    queryKey: ownKeyOf(ids, "mine", voice),
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) };
      const input = { params: ids, query, signal };
      return voice === "visitor" ? call(listVisitResponses, input) : call(listMyResponses, input);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** Puts an acknowledged response wherever its statement is shown. */
export function keepResponse(
  queries: QueryClient,
  { voice, ...ids }: DebateIds & { voice: Voice },
  given: GivenResponse,
): void {
  const { value, counts, visitors } = given;
  const answered = (statement: Statement): Statement =>
    statement.id === given.statementId
      ? { ...statement, mine: value, counts, visitors }
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
    mineQuery(ids, voice).queryKey,
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({
          ...page,
          items: page.items.map((item) =>
            item.statement.id === given.statementId
              ? { ...item, value, statement: answered(item.statement) }
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
