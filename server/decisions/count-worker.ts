import { parentPort, workerData } from "node:worker_threads";
import { openConnection } from "#db/client.ts";
import type { Said, Task } from "./count-apart.ts";
import { countDecision } from "./counting.ts";
import { takeCount } from "./store.ts";

/* A thread of its own; see `count-apart.ts`. */

const tellEveryMs = 1_000;
const say = (said: Said) => parentPort?.postMessage(said);

async function count({ databaseUrl, ...task }: Task): Promise<Said> {
  const { db, close } = await openConnection(databaseUrl);
  try {
    const { communityId, id: decisionId } = task.decision;
    const isFree = task.isRunning || (await takeCount(db, { communityId, decisionId }));
    if (!isFree) return { isTaken: true };
    let told = Number.NEGATIVE_INFINITY;
    const tell = (read: number, isAll: boolean) => {
      if (!isAll && performance.now() - told < tellEveryMs) return;
      told = performance.now();
      say({ read });
    };
    return { found: await countDecision(db, task, tell) };
  } finally {
    await close();
  }
}

say(await count(workerData as Task));
