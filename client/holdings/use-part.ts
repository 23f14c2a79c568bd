import { useTranslation } from "react-i18next";

const steps = 100_000n;

/** A part of a whole in percent, from exact amounts; a dash where there is no whole. */
export function usePart(): (part: string, whole: string) => string {
  const { i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  return (part, whole) =>
    BigInt(whole) === 0n
      ? "–"
      : percent.format(Number((BigInt(part) * steps) / BigInt(whole)) / Number(steps));
}
