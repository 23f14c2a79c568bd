import { parentPort, workerData } from "node:worker_threads";
import { ImportFault } from "./import-fault.ts";
import type { Said, Task } from "./parse-apart.ts";
import { parseDebate } from "./parse-debate.ts";

/* A thread of its own; see `parse-apart.ts`. */

function answer({ bytes, source }: Task): Said {
  try {
    return { content: parseDebate(bytes, source) };
  } catch (error) {
    if (error instanceof ImportFault) return { fault: error.fault };
    throw error;
  }
}

parentPort?.postMessage(answer(workerData as Task));
