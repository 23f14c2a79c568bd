import type { Db } from "#db/client.ts";
import { addressOf } from "#db/client.ts";
import type { PowerReport } from "#shared/power-report/report.ts";
import { type DecidedCase, decidedCase, type DecisionRow } from "../decisions/public.ts";
import { askThread } from "../platform/thread.ts";
import { reportOf } from "./report-of.ts";

/** Up to so many electors a report takes less than a thread takes to begin. */
const quicklyDone = 200;
/** Exact power of so many voters takes as long as that of hundreds: all their coalitions are looked at. */
const manyCoalitions = { from: 13, to: 20 } as const;

/** What the thread is given. */
export interface Task {
  readonly decision: DecisionRow;
  readonly databaseUrl: string;
}

/** The report of a decision: at once where that is quick, else in a thread of its own. */
export async function workOut(db: Db, decision: DecisionRow): Promise<PowerReport> {
  return (await quickReport(db, decision)) ?? (await workOutApart(db, decision));
}

/** The report of a decision; null where it takes so long, or so much to read, that others would wait for it. */
export async function quickReport(db: Db, decision: DecisionRow): Promise<PowerReport | null> {
  const { electorateSize } = decision;
  if (electorateSize === null || electorateSize > quicklyDone) return null;
  const decided = await decidedCase(db, decision);
  return hasManyCoalitions(decided) ? null : reportOf(decided);
}

function hasManyCoalitions(decided: DecidedCase): boolean {
  if (decided.kind === "nameless" || !("snapshotId" in decided.weighting)) return false;
  const { length } = decided.ballots;
  return length >= manyCoalitions.from && length <= manyCoalitions.to;
}

/** The same always in a thread, which reads electors and ballots over a connection of its own. */
export function workOutApart(db: Db, decision: DecisionRow): Promise<PowerReport> {
  const task: Task = { decision, databaseUrl: addressOf(db) };
  return askThread("power/report-worker", task);
}
