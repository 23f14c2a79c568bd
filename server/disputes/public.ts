export { SettleDispute, settleDispute, settleDisputes } from "./advance.ts";
export { communityBeaconUrl, signatureOf } from "./beacon.ts";
export { groupsOf } from "./groups.ts";
export { disputeRoutes } from "./routes.ts";
