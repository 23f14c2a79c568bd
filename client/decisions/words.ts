import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Share } from "#shared/voting/outcome.ts";

import { isolated } from "../ui/isolated.ts";

/** Numbers, shares and titles as this reader's language writes them. */
export interface Words {
  readonly t: TFunction;
  readonly language: string;
  /** A title within a sentence. */
  title(text: string): string;
  titles(texts: readonly string[]): string;
  /** "A, B, and C" */
  list(texts: readonly string[]): string;
  number(value: number | bigint): string;
  /** A part of a whole in percent, from exact amounts; a dash where there is no whole. */
  percent(part: bigint, whole: bigint): string;
  /** "half", "two thirds", "35 %" */
  share(share: Share): string;
}

/** How many steps of a per mille a percentage is cut to before Intl rounds it. */
const precision = 100_000n;

export function createWords(t: TFunction, language: string): Words {
  // As exact as the count of a transferable vote is.
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 5 });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const title = (text: string) => t("quoted", { title: isolated(text) });
  return {
    t,
    language,
    title,
    titles: (texts) => list.format(texts.map(title)),
    list: (texts) => list.format(texts),
    number: (value) => plain.format(value),
    percent: (part, whole) =>
      whole === 0n ? "–" : percent.format(Number((part * precision) / whole) / Number(precision)),
    share: ({ num, den }) => t(`share.${num}-${den}`, { defaultValue: percent.format(num / den) }),
  };
}

/** The words of the reader's language. */
export function useWords(): Words {
  const { t, i18n } = useTranslation("decisions");
  return createWords(t, i18n.language);
}
