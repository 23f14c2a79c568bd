/*
 * Amounts of a token as people write them, and as whole numbers of its smallest unit. Exact: nothing here is a float.
 */

/** The largest number of the smallest unit: 78 digits, which is what holds every 256-bit balance. */
export const mostUnits = 10n ** 78n - 1n;
export const mostDecimals = 36;

export type AmountFault = "amount-form" | "amount-separators" | "amount-decimals" | "amount-size";

const plain = /^(\d{1,120})(?:\.(\d{1,120}))?$/;
/** Digits in groups, as 1,250 or 1.250.000 or 1 250 or 1'250. */
const grouped = /^\d+(?:[,'\u2019\s]\d+)+(?:[.,]\d+)?$|^\d+(?:\.\d+){2,}(?:,\d+)?$|^\d+\.\d+,\d+$/u;

/** The amount in the smallest unit, or what is wrong with it. */
export function readAmount(text: string, decimals: number): bigint | AmountFault {
  const match = plain.exec(text);
  if (!match) return grouped.test(text) ? "amount-separators" : "amount-form";
  const [, whole = "0", part = ""] = match;
  const kept = part.replace(/0+$/, "");
  if (kept.length > decimals) return "amount-decimals";
  const units = BigInt(whole + kept.padEnd(decimals, "0"));
  return units > mostUnits ? "amount-size" : units;
}

/** The same amount as text, with a point before decimals and none where they are zero. */
export function amountText(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const part = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return part === "" ? whole : `${whole}.${part}`;
}
