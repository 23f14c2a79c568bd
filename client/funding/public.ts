export { fineMoneyIn, hundredthsOf, moneyIn, plainMoney, typedOf, useMoney } from "./money.ts";
export { fundingEvents } from "./queries.ts";
