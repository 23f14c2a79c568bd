export { carryVisitIn, carryVisitsTo } from "./carry-visit.ts";
