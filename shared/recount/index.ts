export { checkIds, faultCodes, skipCodes } from "./checks.ts";
export type { Check, CheckId, RecountFault } from "./checks.ts";
export { recount } from "./recount.ts";
export type { Recount } from "./recount.ts";
