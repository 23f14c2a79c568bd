import { parentPort, workerData } from "node:worker_threads";
import { openConnection } from "#db/client.ts";
import type { Said, Task } from "./count-apart.ts";
import { countDecision } from "./counting.ts";
import { takeCount } from "./store.ts";

/* A thread of its own; see `count-apart.ts`. */

const tellEveryMs = 1_000;
const say = (said: Said) => parentPort?.postMessage(said);

async function count({ databaseUrl, decision, delegations }: Task): Promise<Said> {
  const { db, close } = await openConnection(databaseUrl);
  try {
    const ids = { communityId: decision.communityId, decisionId: decision.id };
    if (!(await takeCount(db, ids))) return { isTaken: true };
    let told = Number.NEGATIVE_INFINITY;
    const tell = (read: number, isAll: boolean) => {
      if (!isAll && performance.now() - told < tellEveryMs) return;
      told = performance.now();
      say({ read });
    };
    return { found: await countDecision(db, { decision, delegations }, tell) };
  } finally {
    await close();
  }
}

say(await count(workerData as Task));
