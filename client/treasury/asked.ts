const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const currencyWord = /^\p{L}{1,12}$/u;

/** For which commitment something is paid; in the address. */
export const commitmentAsked = ({ commitment }: Record<string, unknown>): { commitment?: string } =>
  typeof commitment === "string" && uuid.test(commitment) ? { commitment } : {};

/** Which currency is looked at; in the address. */
export const currencyAsked = ({ currency }: Record<string, unknown>): { currency?: string } =>
  typeof currency === "string" && currencyWord.test(currency) ? { currency } : {};
