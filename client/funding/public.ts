export { hundredthsOf, typedOf, useMoney } from "./money.ts";
export { fundingEvents } from "./queries.ts";
