import { useTranslation } from "react-i18next";
import type { Dispute, DisputeLevel } from "#shared/contract/disputes.ts";

const counted = ["taken", "asked", "committed", "told"] as const;

interface SeatCountsProps {
  level: DisputeLevel;
  stage: Dispute["stage"];
}

const afterTalk: readonly Dispute["stage"][] = ["voting", "revealing", "ruled"];

/** How far a jury is, as counts alone: nobody is told who has voted, and nobody how. */
export function SeatCounts({ level, stage }: SeatCountsProps) {
  const { t, i18n } = useTranslation("juries");
  const number = (value: number) => value.toLocaleString(i18n.language);
  const { seats, wanted } = level;
  const isShown = (what: (typeof counted)[number]) => {
    if (what === "asked") return level.asked > 0;
    if (what === "committed") return level.committed > 0 || afterTalk.includes(stage);
    return what === "taken" || level.told > 0 || stage === "revealing";
  };
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {counted.filter(isShown).map((what) => (
        <div key={what}>
          <dt className="text-sm text-muted">{t(`seats.${what}`)}</dt>
          <dd className="text-lg tabular-nums">
            {t("seats.of", { some: number(level[what]), all: number(seats ?? wanted) })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
