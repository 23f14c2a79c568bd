import { useTranslation } from "react-i18next";
import type { StatementCounts } from "#shared/contract/statements.ts";
import { cx } from "../ui/cx.ts";

const parts = [
  { key: "agrees", fill: "bg-pro", word: "agree" },
  { key: "passes", fill: "bg-line-strong", word: "pass" },
  { key: "disagrees", fill: "bg-con", word: "disagree" },
] as const;

/** How people responded to one statement: lengths side by side, and the numbers in words. */
export function CountsBar({ counts, className }: { counts: StatementCounts; className?: string }) {
  const { t, i18n } = useTranslation("statements");
  const total = counts.agrees + counts.disagrees + counts.passes;
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <div className={cx("text-sm", className)}>
      <div aria-hidden="true" className="flex h-2 gap-px overflow-hidden rounded-full bg-sunken">
        {parts.map(({ key, fill }) => (
          <div key={key} className={fill} style={{ flexGrow: total === 0 ? 0 : counts[key] }} />
        ))}
      </div>
      <p className="mt-1.5 flex flex-wrap gap-x-4 text-muted tabular-nums">
        {parts.map(({ key, word, fill }) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className={cx("size-2 rounded-full", fill)} />
            {t(`counts.${word}`, { count: counts[key], number: number(counts[key]) })}
          </span>
        ))}
      </p>
    </div>
  );
}
