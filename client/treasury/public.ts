export { Paid } from "./paid.tsx";
export { treasuryEvents } from "./queries.ts";
