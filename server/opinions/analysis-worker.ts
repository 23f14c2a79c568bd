import { parentPort, workerData } from "node:worker_threads";
import { openConnection } from "#db/client.ts";
import { analyseDebate } from "./analyse-debate.ts";
import type { Task } from "./analyse-apart.ts";

/* A thread of its own; see `analyse-apart.ts`. */

async function run({ databaseUrl, ...task }: Task): Promise<boolean> {
  const { db, close } = await openConnection(databaseUrl);
  try {
    return await db.transaction((tx) => analyseDebate(tx, task));
  } finally {
    await close();
  }
}

parentPort?.postMessage(await run(workerData as Task));
