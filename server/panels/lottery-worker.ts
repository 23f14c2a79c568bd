import { parentPort, workerData } from "node:worker_threads";
import { drawUpLottery, examine, highsSolver } from "#shared/sortition/index.ts";
import { loadHighs } from "#shared/sortition/load-highs.ts";
import type { LotteryTask, Said } from "./draw-up-apart.ts";

/* A thread of its own; see `draw-up-apart.ts`. */

const say = (said: Said) => parentPort?.postMessage(said);
const { pool, rule } = workerData as LotteryTask;
const solver = highsSolver(await loadHighs());
const found = examine(pool, solver);
if (!found.isFeasible) {
  const { conflict, relaxation, mostSeats } = found;
  say({ obstacle: { conflict: [...conflict], relaxation: [...relaxation], mostSeats } });
} else {
  const { panels, maximin } = drawUpLottery(pool, {
    rule,
    solver,
    tell: (progress) => say({ progress }),
  });
  say({ panels: panels.map((panel) => [...panel]), maximin });
}
