import { diffWords } from "diff";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

interface TextDiffProps {
  before: string;
  after: string;
  /** The language of the texts: words are cut as it has them. */
  lang?: string | undefined;
  className?: string | undefined;
}

/** Words that came and went between two versions of a text: struck out or underlined, and said so to those who listen. */
export function TextDiff({ before, after, lang, className }: TextDiffProps) {
  const { t } = useTranslation("ui");
  const parts = useMemo(() => {
    const intlSegmenter = new Intl.Segmenter(lang, { granularity: "word" });
    return diffWords(before, after, { intlSegmenter });
  }, [before, after, lang]);
  return (
    <p lang={lang} dir="auto" className={className}>
      {parts.map(({ value, added, removed }, at) => {
        const key = `${at} ${value}`;
        if (added) {
          return (
            <ins key={key} className="rounded-sm bg-good-soft text-good decoration-2">
              <span className="sr-only">{t("diff.added")} </span>
              {value}
            </ins>
          );
        }
        if (removed) {
          return (
            <del key={key} className="rounded-sm bg-danger-soft text-danger">
              <span className="sr-only">{t("diff.removed")} </span>
              {value}
            </del>
          );
        }
        return <span key={key}>{value}</span>;
      })}
    </p>
  );
}
