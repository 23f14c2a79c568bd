import { useTranslation } from "react-i18next";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icons.tsx";
import { type Station, stations } from "./next-step.ts";

/** The way of a jury: what was, what is now, and what comes. */
export function Stations({ now }: { now: Station | null }) {
  const { t } = useTranslation("juries");
  const at = now === null ? -1 : stations.indexOf(now);
  return (
    <ol aria-label={t("stations.label")} className="flex flex-wrap gap-x-2 gap-y-2">
      {stations.map((station, n) => (
        <li
          key={station}
          aria-current={n === at ? "step" : undefined}
          className={cx(
            "flex items-center gap-2 rounded-full border px-3 py-1 text-sm",
            n === at ? "border-accent bg-accent-soft font-semibold" : "border-line text-muted",
          )}
        >
          {n < at ? <Icon name="check" size={16} /> : <span aria-hidden="true">{n + 1}</span>}
          {t(`stations.${station}`)}
          {n < at && <span className="sr-only">{t("stations.done")}</span>}
        </li>
      ))}
    </ol>
  );
}
