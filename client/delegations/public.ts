export { delegationEvents, delegationsKey, refreshDelegations } from "./queries.ts";
