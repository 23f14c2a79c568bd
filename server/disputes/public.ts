export { SettleDispute, settleDispute, settleDisputes } from "./advance.ts";
export { groupsOf } from "./groups.ts";
export { disputeRoutes } from "./routes.ts";
