export { SettleDispute, settleDispute, settleDisputes } from "./advance.ts";
export { communityBeaconUrl, signatureOf } from "./beacon.ts";
export { groupsOf } from "./groups.ts";
export { disputeInShort } from "./in-short.ts";
export { disputeRoutes } from "./routes.ts";
