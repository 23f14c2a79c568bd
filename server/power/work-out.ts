import type { PowerReport } from "#shared/power-report/report.ts";
import type { DecidedCase } from "../decisions/public.ts";
import { startThread } from "../platform/thread.ts";
import { reportOf } from "./report-of.ts";

/** Up to so many electors a report takes less than a thread takes to begin. */
const quicklyDone = 200;
/** Exact power of so many voters takes as long as that of hundreds: all their coalitions are looked at. */
const manyCoalitions = { from: 13, to: 20 } as const;

/** Whether a report takes so long that others would wait for it. */
export function isLong(decided: DecidedCase): boolean {
  if (decided.kind === "nameless") return decided.ballots.length > quicklyDone;
  const { electors, ballots } = decided;
  if (electors.length > quicklyDone) return true;
  const { length } = ballots;
  const isByTokens = "snapshotId" in decided.weighting;
  return isByTokens && length >= manyCoalitions.from && length <= manyCoalitions.to;
}

/** The report of a decision: at once where that is quick, else in a thread of its own. */
export function workOut(decided: DecidedCase): Promise<PowerReport> {
  return isLong(decided) ? inThread(decided) : Promise.resolve(reportOf(decided));
}

/** The same always in a thread. */
export function inThread(decided: DecidedCase): Promise<PowerReport> {
  return new Promise((resolve, reject) => {
    const worker = startThread("power/report-worker", { workerData: decided });
    worker.once("message", (report: PowerReport) => resolve(report));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread that works out power ended early")));
  });
}
