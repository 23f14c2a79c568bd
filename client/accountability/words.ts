import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Gap, Share } from "#shared/contract/accountability.ts";
import { durationOf } from "../ui/moments.ts";

/** Numbers, shares and months as this reader's language writes them. */
export interface Words {
  readonly t: TFunction;
  readonly language: string;
  number(value: number): string;
  percent(value: number): string;
  /** "12 of 40" */
  part(share: Pick<Share, "count" | "of">): string;
  month(month: string): string;
  quarter(quarter: string): string;
  duration(minutes: number): string;
  /** By how many hundredths one share is above or below another, and between which. */
  gap(gap: Gap): string;
}

const inHundredths = (value: number) => Math.round(value * 1_000) / 10;

export function useWords(): Words {
  const { t, i18n } = useTranslation("accountability");
  const { language } = i18n;
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const signed = new Intl.NumberFormat(language, {
    maximumFractionDigits: 0,
    signDisplay: "exceptZero",
  });
  const months = new Intl.DateTimeFormat(language, {
    year: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const number = (value: number) => plain.format(value);
  return {
    t,
    language,
    number,
    percent: (value) => percent.format(value),
    part: ({ count, of }) => t("part", { count: number(count), of: number(of) }),
    month: (month) => months.format(new Date(`${month}-15T00:00:00Z`)),
    quarter: (quarter) =>
      t("quarter", { quarter: number(Number(quarter.slice(6))), year: quarter.slice(0, 4) }),
    duration: (minutes) => durationOf(Math.max(1, minutes) * 60_000, language),
    gap: ({ difference, low, high }) =>
      t("gap", {
        difference: signed.format(inHundredths(difference)),
        low: signed.format(inHundredths(low)),
        high: signed.format(inHundredths(high)),
      }),
  };
}
