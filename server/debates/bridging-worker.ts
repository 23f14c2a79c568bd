import "../platform/background.ts";
import { parentPort, workerData } from "node:worker_threads";
import { openConnection } from "#db/client.ts";
import type { Task } from "./bridging/read-bridging.ts";
import { scoreDebate } from "./bridging/score-debate.ts";

/* A thread of its own; see `bridging/read-bridging.ts`. */

const { ids, databaseUrl } = workerData as Task;
const { db, close } = await openConnection(databaseUrl, "folkmoot bridging");
const scores = await scoreDebate(db, ids);
await close();
parentPort?.postMessage(scores);
