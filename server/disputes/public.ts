export { SettleDispute, settleDispute, settleDisputes } from "./advance.ts";
export { disputeRoutes } from "./routes.ts";
