import type { Db } from "#db/client.ts";
import type { ResponseTotals } from "#shared/contract/statements.ts";
import {
  insertHistory,
  insertLatest,
  insertStatements,
  markVisitors,
  type PastResponse,
  type PastStatement,
  recount,
} from "./bulk-store.ts";
import type { DebateIds } from "./store.ts";
import { countDebate } from "./totals-store.ts";

export {
  type GivenResponse,
  latestOfPeople,
  peopleWhoResponded,
  pastOfPeople,
  readableTexts,
  standingStatements,
} from "./export-store.ts";
export { hasOpenCounts } from "./policy.ts";
export { moderatedStatements } from "./moderated.ts";
export { joinStatements, partStatements } from "./join-statements.ts";
export { responsesOf } from "./response-store.ts";
export { tellTotals } from "./tell-totals.ts";
export { statementRoutes } from "./routes.ts";
export type { PastResponse, PastStatement };

const chunk = 1_000;

async function inChunks<Row>(
  rows: readonly Row[],
  save: (some: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += chunk) await save(rows.slice(at, at + chunk));
}

/** Adds statements with times of their own, silently: for imports and demonstrations, in their transaction. */
export function addPastStatements(
  db: Db,
  ids: DebateIds,
  rows: readonly PastStatement[],
): Promise<void> {
  return inChunks(rows, (some) => insertStatements(db, ids, some));
}

/** Adds latest responses, at most one per person and statement. Count them afterwards by `countPastResponses`. */
export function addLatestResponses(
  db: Db,
  ids: DebateIds,
  rows: readonly PastResponse[],
): Promise<void> {
  return inChunks(rows, (some) => insertLatest(db, ids, some));
}

/** Adds to the history of responses, in the order given. */
export function addResponseHistory(
  db: Db,
  ids: DebateIds,
  rows: readonly PastResponse[],
): Promise<void> {
  return inChunks(rows, (some) => insertHistory(db, ids, some));
}

/** Makes the counts of a debate from its latest responses; the last step of adding past ones. */
export function countPastResponses(db: Db, ids: DebateIds): Promise<void> {
  return recount(db, ids);
}

/** Says of people who come with past responses that they had no account. To be called before counting. */
export function markPastVisitors(
  db: Db,
  ids: DebateIds,
  participantIds: readonly string[],
): Promise<void> {
  return inChunks(participantIds, (some) => markVisitors(db, ids, some));
}

/** How many responses a debate has, of how many people; visitors apart. */
export function countResponses(db: Db, ids: DebateIds): Promise<ResponseTotals> {
  return countDebate(db, ids);
}
