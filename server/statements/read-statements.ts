import { z } from "zod";
import { Id, Moment } from "#shared/contract/ids.ts";
import {
  type listMyResponses as myResponsesContract,
  type listStatements as listContract,
  type nextStatements as nextContract,
  type readResponseTotals as totalsContract,
  type readStatement as readContract,
  ResponseValue,
} from "#shared/contract/statements.ts";
import type { Deps } from "../deps.ts";
import { readableDebate } from "../debates/public.ts";
import { isModerator } from "../platform/actor.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { readOne } from "./add-statement.ts";
import { orderFor } from "./next-order.ts";
import { maySeeStatement } from "./policy.ts";
import { candidates, countDebate, listOf, readSome, respondedBy } from "./store.ts";
import { viewFor } from "./view.ts";

const Cursor = z.tuple([Moment, Id]);

function placeAfter(after: string | undefined) {
  const cursor = readCursor(Cursor, after);
  return cursor && { at: cursor[0], id: cursor[1] };
}

export async function listStatements(deps: Deps, call: Call<typeof listContract>) {
  const { standing, params, query } = call;
  const debate = await readableDebate(deps, standing, params);
  if (query.status === "hidden" && !isModerator(standing)) throw new Refusal("not-allowed");
  const rows = await listOf(deps.db, params, {
    readerId: standing.participantId,
    status: query.status,
    after: placeAfter(query.after),
    limit: query.limit + 1,
  });
  return toPage(rows, query.limit, {
    view: viewFor(standing, debate.phase),
    place: ({ statement }) => [statement.createdAt.toISOString(), statement.id],
  });
}

export async function readStatement(deps: Deps, { standing, params }: Call<typeof readContract>) {
  const debate = await readableDebate(deps, standing, params);
  const row = await readOne(deps.db, params, standing.participantId);
  const { authorId, status } = row.statement;
  const known = { authorId, status, counts: row.counts, mine: row.mine };
  if (!maySeeStatement(standing, known)) throw new Refusal("not-found");
  return viewFor(standing, debate.phase)(row);
}

/** Cards for one person: never one that they have responded to, the same order for the same person and debate. */
export async function nextStatements(deps: Deps, call: Call<typeof nextContract>) {
  const { standing, params, query } = call;
  const debate = await readableDebate(deps, standing, params);
  const shown = await candidates(deps.db, params, standing.participantId);
  const waiting = shown.filter(({ hasResponse }) => !hasResponse);
  const statementIds = orderFor(`${params.debateId} ${standing.participantId}`, waiting)
    .slice(0, query.count)
    .map(({ id }) => id);
  const rows = await readSome(deps.db, params, { readerId: standing.participantId, statementIds });
  const byId = new Map(rows.map((row) => [row.statement.id, row]));
  const view = viewFor(standing, debate.phase);
  return {
    items: statementIds.flatMap((id) => {
      const row = byId.get(id);
      return row === undefined ? [] : [view(row)];
    }),
    progress: { responded: shown.length - waiting.length, total: shown.length },
  };
}

export async function listMyResponses(deps: Deps, call: Call<typeof myResponsesContract>) {
  const { standing, params, query } = call;
  const debate = await readableDebate(deps, standing, params);
  const rows = await respondedBy(deps.db, params, {
    readerId: standing.participantId,
    after: placeAfter(query.after),
    limit: query.limit + 1,
  });
  const view = viewFor(standing, debate.phase);
  const timeOf = (row: (typeof rows)[number]) => (row.respondedAt ?? new Date(0)).toISOString();
  return toPage(rows, query.limit, {
    view: (row) => ({
      statement: view(row),
      value: ResponseValue.parse(row.mine),
      respondedAt: timeOf(row),
    }),
    place: (row) => [timeOf(row), row.statement.id],
  });
}

/** How much was said so far, and by how many. */
export async function readResponseTotals(
  deps: Deps,
  { standing, params }: Call<typeof totalsContract>,
) {
  await readableDebate(deps, standing, params);
  return countDebate(deps.db, params);
}
