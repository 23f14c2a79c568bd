export { decisionRoutes } from "./routes.ts";
export {
  annulByRuling,
  findDecisionAnywhere,
  holdVote,
  suspendDecision,
  voteStanding,
} from "./for-disputes.ts";
export { CountDecision, countMany } from "./count-many.ts";
export { countRunning, type RunningCount, runningVersion } from "./count-running.ts";
export { boardOf, sealCount } from "./sealing.ts";
export { SettleDecision, settleDecision, settleDecisions } from "./settle.ts";
export { type DecidedCase, decidedCase } from "./decided-case.ts";
export { readableDecision } from "./readable.ts";
export type { DecisionIds, DecisionRow } from "./store.ts";
