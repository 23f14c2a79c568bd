import type { Worker } from "node:worker_threads";
import { addressOf, type Db } from "#db/client.ts";
import { startThread } from "../platform/thread.ts";
import type { AnalysisTask } from "./analyse-debate.ts";

export interface Task extends AnalysisTask {
  readonly databaseUrl: string;
}

interface Limits {
  /** An analysis that takes longer is given up, and begun anew. */
  readonly mostMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Objects of a thread; more ends the thread, and nothing else. Responses of ten million lie in bytes besides. */
const mostMemoryMb = 2_048;

/**
 * Analyses a debate in a thread of its own, over a connection of its own. A thread that dies or takes too long leaves
 * nothing behind: what it was to save was in one transaction.
 * @returns whether there is a new run
 */
export async function analyseApart(
  db: Db,
  task: AnalysisTask,
  { mostMs, signal }: Limits,
): Promise<boolean> {
  signal?.throwIfAborted();
  const worker = startThread("opinions/analysis-worker", {
    workerData: { ...task, databaseUrl: addressOf(db) } satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  const stop = () => void worker.terminate();
  const timer = setTimeout(stop, mostMs);
  signal?.addEventListener("abort", stop);
  try {
    return await answerOf(worker);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    stop();
  }
}

function answerOf(worker: Worker): Promise<boolean> {
  return new Promise((resolve, reject) => {
    worker.once("message", (isNew: boolean) => resolve(isNew));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread that analyses opinions ended early")));
  });
}
