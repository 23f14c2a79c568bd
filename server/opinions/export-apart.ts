import { once } from "node:events";
import { addressOf, type Db } from "#db/client.ts";
import { runPieces } from "#shared/opinions/run-document.ts";
import { startThread } from "../platform/thread.ts";
import { runOf } from "./record.ts";
import type { RecordRow, RunIds } from "./store.ts";

/** What the thread is given. */
export interface Task {
  readonly databaseUrl: string;
  readonly ids: RunIds;
}

/** Objects of the thread; more ends it, and nothing else. */
const mostMemoryMb = 1_024;

/** A run as it is published, in pieces, out of its record. */
export const piecesOf = (record: RecordRow): Generator<string> => runPieces(runOf(record));

/**
 * A run as it is published, read and written in a thread of its own, over a connection of its own: that of millions of
 * responses takes seconds, in which nobody else would be answered. A piece is made when the one before was taken.
 */
export async function* exportApart(db: Db, ids: RunIds): AsyncGenerator<Uint8Array> {
  const worker = startThread("opinions/export-worker", {
    workerData: { databaseUrl: addressOf(db), ids } satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  const ended = once(worker, "exit").then(() => {
    throw new Error("the thread that exports ended early");
  });
  // Only who waits for a piece is told.
  ended.catch(() => undefined);
  try {
    for (;;) {
      const [piece] = await Promise.race([once(worker, "message"), ended]);
      if (piece === null) return;
      yield piece as Uint8Array;
      worker.postMessage("more");
    }
  } finally {
    await worker.terminate();
  }
}
