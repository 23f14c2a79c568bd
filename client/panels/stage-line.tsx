import type { Panel } from "#shared/contract/panels.ts";
import { Badge } from "../ui/badge.tsx";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icons.tsx";
import { stationOf, stations } from "./stages.ts";
import { useWords } from "./words.ts";

const looks = {
  registering: { tone: "accent", icon: "people" },
  computing: { tone: "warn", icon: "clock" },
  drawing: { tone: "warn", icon: "clock" },
  drawn: { tone: "accent", icon: "scales" },
  seated: { tone: "good", icon: "check" },
} as const;

/** Where a panel is, by word and sign. */
export function StageBadge({ panel }: { panel: Panel }) {
  const { t } = useWords();
  const station = stationOf(panel);
  return <Badge {...looks[station]}>{t(`stage.${station}`)}</Badge>;
}

/** The way of a panel: what was, what is now, and what comes. */
export function StageLine({ panel }: { panel: Panel }) {
  const { t, number } = useWords();
  const now = stationOf(panel);
  const at = stations.indexOf(now);
  return (
    <div className="space-y-3">
      <ol aria-label={t("stage.label")} className="flex flex-wrap gap-2">
        {stations.map((station, n) => (
          <li
            key={station}
            aria-current={n === at ? "step" : undefined}
            className={cx(
              "flex items-center gap-2 rounded-full border px-3 py-1 text-sm",
              n === at ? "border-accent bg-accent-soft font-semibold" : "border-line text-muted",
            )}
          >
            {n < at ? (
              <Icon name="check" size={16} />
            ) : (
              <span aria-hidden="true">{number(n + 1)}</span>
            )}
            {t(`stage.${station}`)}
            {n < at && <span className="sr-only">{t("stage.done")}</span>}
          </li>
        ))}
      </ol>
      <p className="max-w-measure text-muted">{t(`stageSays.${now}`)}</p>
    </div>
  );
}
