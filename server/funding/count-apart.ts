import type { countPublished } from "#shared/funding/bundle.ts";
import type { RoundOutcome } from "#shared/funding/round.ts";
import { startThread } from "../platform/thread.ts";

export type Given = Parameters<typeof countPublished>[0];

/** So much may lie in the thread's memory; more ends the thread, and nothing else. */
const mostMemoryMb = 1_024;

/** Counts a round in a thread of its own, while everybody else is answered. */
export async function countApart(given: Given, signal?: AbortSignal): Promise<RoundOutcome> {
  signal?.throwIfAborted();
  const worker = startThread("funding/count-worker", {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  const stop = () => void worker.terminate();
  signal?.addEventListener("abort", stop);
  try {
    return await new Promise<RoundOutcome>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the thread that counts ended early")));
    });
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}
