import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { whole } from "#shared/representation/report.ts";

/** Numbers and shares as this reader's language writes them. */
export interface Words {
  readonly t: TFunction;
  number(value: number): string;
  /** of a share between 0 and 1 */
  percent(value: number): string;
  /** of a share in hundredths of a per cent */
  target(value: number): string;
}

export function useWords(): Words {
  const { t, i18n } = useTranslation("representation");
  const plain = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 0,
  });
  const exact = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 2,
  });
  return {
    t,
    number: (value) => plain.format(value),
    percent: (value) => percent.format(value),
    target: (value) => exact.format(value / whole),
  };
}
