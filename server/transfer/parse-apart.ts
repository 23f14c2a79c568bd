import type { Worker } from "node:worker_threads";
import { startThread } from "../platform/thread.ts";
import { type Fault, fileFault, ImportFault } from "./import-fault.ts";
import type { DebateContent, DebateSource } from "./parse-debate.ts";

/** What the thread is given, and what it says in the end. */
export interface Task {
  readonly bytes: Uint8Array;
  readonly source: DebateSource;
}
export type Said = { readonly content: DebateContent } | { readonly fault: Fault };

interface Apart {
  readonly source: DebateSource;
  readonly signal: AbortSignal;
}

/** A file can be written so that it unpacks to far more in memory; then its thread ends, and nothing else does. */
const mostMemoryMb = 1_024;

/**
 * The same as `parseDebate`, in a thread of its own: a large file takes seconds, in which nobody else would be answered,
 * and no vote would close.
 */
export async function parseApart(
  bytes: Uint8Array,
  { source, signal }: Apart,
): Promise<DebateContent> {
  signal.throwIfAborted();
  const worker = startThread("transfer/parsing-worker", {
    workerData: { bytes, source } satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  const stop = () => void worker.terminate();
  signal.addEventListener("abort", stop);
  try {
    const said = await answerOf(worker, source.name);
    if ("fault" in said) throw new ImportFault(said.fault);
    return said.content;
  } finally {
    signal.removeEventListener("abort", stop);
    signal.throwIfAborted();
  }
}

function answerOf(worker: Worker, name: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", (error: Error & { code?: string }) => {
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? fileFault("large-debate", name) : error);
    });
    worker.once("exit", () => reject(new Error("the thread that parses ended without a word")));
  });
}
