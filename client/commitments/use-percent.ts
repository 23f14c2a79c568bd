import { useTranslation } from "react-i18next";

/** Puts a whole number of percent into the reader's words. */
export function usePercent(): (percent: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { style: "percent" });
  return (percent) => format.format(percent / 100);
}
