export { holdingEvents, snapshotQuery, snapshotsQuery } from "./queries.ts";
export { Wallets } from "./wallets.tsx";
