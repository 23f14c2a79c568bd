import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

interface Words {
  readonly t: TFunction<"panels">;
  number(value: number): string;
  /** of a share between 0 and 1; chances are told to a tenth of a per cent, which is one panel of the thousand */
  percent(value: number): string;
  /** The fewest and the most seats. */
  range(quota: { readonly min: number; readonly max: number }): string;
}

/** Numbers as this reader's language writes them. */
export function useWords(): Words {
  const { t, i18n } = useTranslation("panels");
  const plain = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 3 });
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  const number = (value: number) => plain.format(value);
  return {
    t,
    number,
    percent: (value) => percent.format(value),
    range: ({ min, max }) => (min === max ? number(min) : `${number(min)}–${number(max)}`),
  };
}
