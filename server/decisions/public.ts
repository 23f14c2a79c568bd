export { decisionRoutes } from "./routes.ts";
export { SettleDecision, settleDecision, settleDecisions } from "./settle.ts";
