import { useTranslation } from "react-i18next";
import { amountText, readAmount } from "#shared/holdings/amount.ts";
import { amountIn } from "../ui/amount.ts";

const decimals = 2;

/** Writes hundredths of a currency as the reader's language does, with the currency after them. */
export function useMoney(currency: string): (hundredths: number) => string {
  const { i18n } = useTranslation();
  return (hundredths) => `${amountIn(i18n.language, String(hundredths), decimals)} ${currency}`;
}

/** What was typed as hundredths; null where it is no amount above zero. */
export function hundredthsOf(typed: string): number | null {
  const units = readAmount(typed.trim().replace(/^(\d+),(\d{1,2})$/, "$1.$2"), decimals);
  return typeof units === "bigint" && units > 0n && units <= 10n ** 15n ? Number(units) : null;
}

/** The same amount as it is typed. */
export const typedOf = (hundredths: number): string => amountText(BigInt(hundredths), decimals);
