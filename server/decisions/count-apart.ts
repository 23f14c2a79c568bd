import type { Worker } from "node:worker_threads";
import type { Db } from "#db/client.ts";
import { addressOf } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { startThread } from "../platform/thread.ts";
import type { Count, Found } from "./counting.ts";
import type { DecisionRow } from "./store.ts";

/** What the thread is given, and what it says by and by. */
export interface Task extends Count {
  readonly databaseUrl: string;
}
export type Said =
  | { readonly read: number }
  | { readonly found: Found }
  /** somebody else counts it */
  | { readonly isTaken: true };

interface Apart {
  /** is told how many ballots have been read, once a second at most */
  readonly tell?: (read: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * So much may lie in the thread's memory besides the bytes of ballots; more ends the thread, and nothing else. To count
 * a million rankings, no two alike, takes a fifth of it: the rest is for delegations, and for ties that are followed.
 */
const mostMemoryMb = 512;

/** Whether so many ballots are counted in a thread of their own; a budget always is, as few ballots can take seconds. */
export function isCountedApart(
  { mostCountedAtOnce }: Pick<Deps, "mostCountedAtOnce">,
  { method }: Pick<DecisionRow, "method">,
  ballots: number,
): boolean {
  return method === "budget" || ballots > mostCountedAtOnce;
}

/**
 * Counts a decision in a thread of its own, which reads the ballots over a connection of its own: many take a minute, in
 * which nobody else would be answered.
 * @returns null where somebody else counts it already
 */
export async function countApart(
  db: Db,
  count: Count,
  { tell, signal }: Apart = {},
): Promise<Found | null> {
  signal?.throwIfAborted();
  const worker = startThread("decisions/count-worker", {
    workerData: { ...count, databaseUrl: addressOf(db) } satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  const stop = () => void worker.terminate();
  signal?.addEventListener("abort", stop);
  try {
    return await answerOf(worker, tell);
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}

function answerOf(worker: Worker, tell: Apart["tell"]): Promise<Found | null> {
  return new Promise((resolve, reject) => {
    worker.on("message", (said: Said) => {
      if ("read" in said) tell?.(said.read);
      else resolve("found" in said ? said.found : null);
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread that counts ended early")));
  });
}
