export { hundredthsOf, moneyIn, typedOf, useMoney } from "./money.ts";
export { fundingEvents } from "./queries.ts";
