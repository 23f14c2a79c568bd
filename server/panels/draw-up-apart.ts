import type { PanelObstacle } from "#shared/contract/panels.ts";
import type { FairnessRule, Progress, SortitionPool } from "#shared/sortition/index.ts";
import { startThread } from "../platform/thread.ts";

/** What the thread is given, and what it says by and by. */
export interface LotteryTask {
  readonly pool: SortitionPool;
  readonly rule: FairnessRule;
}
export type Found =
  | { readonly panels: string[][]; readonly maximin: number }
  | { readonly obstacle: PanelObstacle };
export type Said = Found | { readonly progress: Progress };

interface Apart {
  readonly tell: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
}

const mostMemoryMb = 1_024;

/** Draws up a lottery in a thread of its own: for many volunteers that takes a minute, in which others are answered. */
export async function drawUpApart(task: LotteryTask, { tell, signal }: Apart): Promise<Found> {
  signal?.throwIfAborted();
  const worker = startThread("panels/lottery-worker", {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  const stop = () => void worker.terminate();
  signal?.addEventListener("abort", stop);
  try {
    return await new Promise<Found>((resolve, reject) => {
      worker.on("message", (said: Said) => {
        if ("progress" in said) tell(said.progress);
        else resolve(said);
      });
      worker.once("error", reject);
      worker.once("exit", () =>
        reject(new Error("the thread that draws up lotteries ended early")),
      );
    });
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}
