import { useTranslation } from "react-i18next";
import type { StatementCounts } from "#shared/contract/statements.ts";
import { cx } from "../ui/cx.ts";

const parts = [
  { key: "agrees", fill: "bg-pro", word: "agree" },
  { key: "passes", fill: "bg-line-strong", word: "pass" },
  { key: "disagrees", fill: "bg-con", word: "disagree" },
] as const;

interface CountsBarProps {
  counts: StatementCounts;
  /** What people without an account responded: a bar of its own, so that both can be seen. */
  visitors?: StatementCounts | null;
  className?: string;
}

/** How people responded to one statement: lengths side by side, and the numbers in words. */
export function CountsBar({ counts, visitors = null, className }: CountsBarProps) {
  const { t } = useTranslation("statements");
  if (!visitors) return <Bar counts={counts} className={className} />;
  return (
    <dl className={cx("space-y-2.5", className)}>
      {(["members", "visitors"] as const).map((who) => (
        <div key={who}>
          <dt className="mb-1 text-xs font-semibold text-muted">{t(`counts.${who}`)}</dt>
          <dd>
            <Bar counts={who === "members" ? counts : visitors} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Bar({ counts, className }: { counts: StatementCounts; className?: string | undefined }) {
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
