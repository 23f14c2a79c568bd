import { parentPort, workerData } from "node:worker_threads";
import { openConnection } from "#db/client.ts";
import type { PowerReport } from "#shared/power-report/report.ts";
import { decidedCase } from "../decisions/public.ts";
import { reportOf } from "./report-of.ts";
import type { Task } from "./work-out.ts";

/* A thread of its own; see `work-out.ts`. */

async function report({ decision, databaseUrl }: Task): Promise<PowerReport> {
  const { db, close } = await openConnection(databaseUrl);
  try {
    return reportOf(await decidedCase(db, decision));
  } finally {
    await close();
  }
}

parentPort?.postMessage(await report(workerData as Task));
