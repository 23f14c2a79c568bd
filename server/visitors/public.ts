export { carryVisitIn, carryVisitsTo } from "./carry-visit.ts";
export { forgetSolved } from "./store.ts";
