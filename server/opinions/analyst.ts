import type { Worker } from "node:worker_threads";
import { addressOf, type Db } from "#db/client.ts";
import { oncePer } from "../platform/once-per.ts";
import { startThread } from "../platform/thread.ts";
import type { AnalysisTask } from "./analyse-debate.ts";

interface Limits {
  /** An analysis that takes longer is given up, and begun anew. */
  readonly mostMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Objects of a thread; more ends the thread, and nothing else. Responses of ten million lie in bytes besides. */
const mostMemoryMb = 2_048;
/** A thread that has had nothing to do for so long ends, and what it keeps with it. */
const idleMs = 600_000;

/** The one analyst that a server has for a database. */
export const analystOn = oncePer(createAnalyst);

/**
 * Analyses debates one after the other in a thread of its own, over a connection of its own. What the thread has read it
 * keeps for the next analysis. When it dies or takes too long it leaves nothing behind, as what it was to save was in one
 * transaction, and the next analysis begins another.
 */
function createAnalyst(db: Db) {
  let thread: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  function begin(): Worker {
    const worker = startThread("opinions/analysis-worker", {
      workerData: { databaseUrl: addressOf(db) },
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    });
    // Whoever waits hears it as well.
    worker.on("error", () => undefined);
    worker.once("exit", () => {
      if (thread === worker) thread = undefined;
    });
    return worker;
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const ending = thread;
    thread = undefined;
    await ending?.terminate();
  }

  async function ask(task: AnalysisTask, { mostMs, signal }: Limits): Promise<boolean> {
    signal?.throwIfAborted();
    clearTimeout(idle);
    thread ??= begin();
    thread.ref();
    const giveUp = () => void stop();
    const timer = setTimeout(giveUp, mostMs);
    signal?.addEventListener("abort", giveUp);
    try {
      return await answerOf(thread, task);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
      thread?.unref();
      idle = setTimeout(giveUp, idleMs).unref();
    }
  }

  return {
    /** @returns whether there is anything new to tell of the map */
    analyse(task: AnalysisTask, limits: Limits): Promise<boolean> {
      const answer = turn.then(() => ask(task, limits));
      turn = answer.catch(() => undefined);
      return answer;
    },
    /** Ends the thread; an analysis that is under way fails. */
    stop,
  };
}

function answerOf(worker: Worker, task: AnalysisTask): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error("the thread that analyses opinions ended early"));
    const done = () => {
      worker.off("message", tell).off("error", reject).off("exit", end);
    };
    const tell = (isNews: boolean) => {
      done();
      resolve(isNews);
    };
    worker.once("message", tell).once("error", reject).once("exit", end);
    worker.postMessage(task);
  });
}
