export {
  drawUpLottery,
  type FairLottery,
  type FairnessRule,
  fairnessRules,
  type Progress,
  timesSeated,
} from "./fair-lottery.ts";
export { examine, type Feasibility, type Relaxed } from "./feasibility.ts";
export { highsSolver } from "./highs-solver.ts";
export { lotterySize } from "./lottery.ts";
export {
  candidatesFor,
  missOf,
  numberDrawn,
  type Spread,
  spreadOf,
  successorAmong,
} from "./panel-draw.ts";
export {
  boundsOf,
  type Quota,
  type QuotaBound,
  type SortitionPool,
  type Volunteer,
} from "./pool.ts";
export type { Solver } from "./solver.ts";
