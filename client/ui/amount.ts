import { amountText } from "#shared/holdings/amount.ts";

/** The most decimals that every browser's formatter takes. */
const mostShown = 20;

/** An exact amount of a token, or of weight, as a language writes it: whole numbers of one part in 10^decimals. */
export function amountIn(language: string, units: bigint | string, decimals: number): string {
  const format = new Intl.NumberFormat(language, {
    maximumFractionDigits: Math.min(decimals, mostShown),
  });
  // Given as text, so that no digit is lost; what is given as a number would be a float.
  return format.format(amountText(BigInt(units), decimals) as `${number}`);
}

/** How many decimals a unit stands for: 10 to this many of it are one. */
export const decimalsOf = (unit: bigint | string): number => BigInt(unit).toString().length - 1;
