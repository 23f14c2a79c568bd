export { type Holdings, holdingsOf, snapshotFacts, snapshotsNamed } from "./holdings-of.ts";
export { holdingRoutes } from "./routes.ts";
export { forgetHolders } from "./store.ts";
export { tidyUpWallets } from "./wallets/tidy-up.ts";
