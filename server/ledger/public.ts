export { announceRestore, createMemory, type Memory } from "./memory.ts";
export { ledgerRoutes } from "./routes.ts";
export { startSequencer } from "./sequencer.ts";
