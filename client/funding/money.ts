import { useTranslation } from "react-i18next";
import { amountText, readAmount } from "#shared/holdings/amount.ts";

const decimals = 2;

/** Hundredths of a currency as a language writes them: with two decimals or none, and the currency after them. */
export function moneyIn(language: string, hundredths: number, currency: string): string {
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: hundredths % 100 === 0 ? 0 : decimals,
    maximumFractionDigits: decimals,
  });
  const sign = hundredths < 0 ? "-" : "";
  // Given as text, so that no digit is lost.
  const text = `${sign}${amountText(BigInt(Math.abs(hundredths)), decimals)}`;
  return `${format.format(text as `${number}`)} ${currency}`;
}

/** The same of an amount that has decimals of a hundredth, which are rounded. */
export const fineMoneyIn = (language: string, hundredths: number, currency: string): string =>
  moneyIn(language, Math.round(hundredths), currency);

/** Hundredths in the reader's language. */
export function useMoney(currency: string): (hundredths: number) => string {
  const { i18n } = useTranslation();
  return (hundredths) => moneyIn(i18n.language, hundredths, currency);
}

/** What was typed as hundredths; null where it is no amount above zero. */
export function hundredthsOf(typed: string): number | null {
  const units = readAmount(typed.trim().replace(/^(\d+),(\d{1,2})$/, "$1.$2"), decimals);
  return typeof units === "bigint" && units > 0n && units <= 10n ** 15n ? Number(units) : null;
}

/** Hundredths as programs read them. */
export const plainMoney = (hundredths: number): string => (hundredths / 100).toFixed(2);

/** The same amount as it is typed. */
export const typedOf = (hundredths: number): string => amountText(BigInt(hundredths), decimals);
