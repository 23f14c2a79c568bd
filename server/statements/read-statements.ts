import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import { Id, Moment } from "#shared/contract/ids.ts";
import {
  type listMyResponses as myResponsesContract,
  type listStatements as listContract,
  type nextStatements as nextContract,
  type readResponseTotals as totalsContract,
  type readStatement as readContract,
  type readStatementRouting as routingContract,
  ResponseValue,
} from "#shared/contract/statements.ts";
import { orderFor, routingOf } from "#shared/opinions/routing.ts";
import type { Deps } from "../deps.ts";
import { readableDebate } from "../debates/public.ts";
import { type Actor, isModerator, type Standing } from "../platform/actor.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { shownVisit } from "../platform/visits.ts";
import { readOne } from "./add-statement.ts";
import { standsFor } from "./join-store.ts";
import { maySeeStatement } from "./policy.ts";
import { candidates, type DebateIds, listOf, readSome, respondedBy } from "./store.ts";
import { countDebate } from "./totals-store.ts";
import { viewFor } from "./view.ts";

const Cursor = z.tuple([Moment, Id]);

function placeAfter(after: string | undefined) {
  const cursor = readCursor(Cursor, after);
  return cursor && { at: cursor[0], id: cursor[1] };
}

interface Reader {
  readonly actor: Actor;
  readonly standing: Standing;
}

/** Under which id the reader has responded, as a member or in a visit. */
const readerIdOf = ({ actor, standing }: Reader) => standing.participantId ?? shownVisit(actor);

export async function listStatements(deps: Deps, call: Call<typeof listContract>) {
  const { standing, params, query } = call;
  const debate = await readableDebate(deps, standing, params);
  if (query.status === "hidden" && !isModerator(standing)) throw new Refusal("not-allowed");
  const rows = await listOf(deps.db, params, {
    readerId: readerIdOf(call),
    status: query.status,
    after: placeAfter(query.after),
    limit: query.limit + 1,
  });
  return toPage(rows, query.limit, {
    view: viewFor(standing, debate),
    place: ({ statement }) => [statement.createdAt.toISOString(), statement.id],
  });
}

export async function readStatement(deps: Deps, call: Call<typeof readContract>) {
  const { standing, params } = call;
  const debate = await readableDebate(deps, standing, params);
  const statementId = await standsFor(deps.db, params);
  const row = await readOne(deps.db, { ...params, statementId }, readerIdOf(call));
  if (!maySeeStatement(standing, row.statement)) throw new Refusal("not-found");
  return viewFor(standing, debate)(row);
}

/** Cards for one person: never one that they have responded to, the same order for the same person and debate. */
export async function nextStatements(deps: Deps, call: Call<typeof nextContract>) {
  const { standing, params, query } = call;
  const debate = await readableDebate(deps, standing, params);
  const { participantId } = standing;
  return cardsFor(deps, params, {
    readerId: participantId,
    seed: participantId,
    count: query.count,
    view: viewFor(standing, debate),
  });
}

/**
 * What can be asked of somebody: counts as they are now, places as on the newest map. To read thousands of them takes
 * so long that everybody else has a turn then.
 */
async function askable({ db, opinionMaps }: Deps, ids: DebateIds, readerId: string | null) {
  const [shown, extremities] = await Promise.all([
    candidates(db, ids, readerId),
    opinionMaps.extremities(ids),
  ]);
  // Twice: the first turn comes before anything else that arrived is looked at.
  await turn();
  await turn();
  return { shown, extremities };
}

/** Nobody reads a longer list of what is likely. */
const mostRouted = 100;

/** Why statements come when they do, for whoever has responded to none, the most likely next one first. */
export async function readStatementRouting(
  deps: Deps,
  { standing, params }: Call<typeof routingContract>,
) {
  await readableDebate(deps, standing, params);
  const { shown, extremities } = await askable(deps, params, null);
  const routed = routingOf(shown, extremities).slice(0, mostRouted);
  const statementIds = routed.map(({ candidate }) => candidate.id);
  const rows = await readSome(deps.db, params, { readerId: null, statementIds });
  const texts = new Map(rows.map(({ statement }) => [statement.id, statement.text]));
  return {
    items: routed.flatMap(({ candidate: { id }, ...routing }) => {
      const text = texts.get(id);
      return text === undefined ? [] : [{ statementId: id, text, ...routing }];
    }),
  };
}

interface Dealing {
  /** Who has responded to what; null for somebody who is not known yet. */
  readonly readerId: string | null;
  readonly seed: string;
  readonly count: number;
  readonly view: ReturnType<typeof viewFor>;
}

export async function cardsFor(
  deps: Deps,
  ids: DebateIds,
  { readerId, seed, count, view }: Dealing,
) {
  const { db } = deps;
  const { shown, extremities } = await askable(deps, ids, readerId);
  const waiting = shown.filter(({ hasResponse }) => !hasResponse);
  const statementIds = orderFor(`${ids.debateId} ${seed}`, waiting, extremities)
    .slice(0, count)
    .flatMap((place) => waiting[place]?.id ?? []);
  const rows = await readSome(db, ids, { readerId, statementIds });
  const byId = new Map(rows.map((row) => [row.statement.id, row]));
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
  return ownResponses(deps, params, {
    readerId: standing.participantId,
    query,
    view: viewFor(standing, debate),
  });
}

interface Looking {
  readonly readerId: string;
  readonly query: Call<typeof myResponsesContract>["query"];
  readonly view: ReturnType<typeof viewFor>;
}

export async function ownResponses(
  { db }: Deps,
  ids: DebateIds,
  { readerId, query, view }: Looking,
) {
  const rows = await respondedBy(db, ids, {
    readerId,
    after: placeAfter(query.after),
    limit: query.limit + 1,
  });
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
