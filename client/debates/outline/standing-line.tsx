import { useTranslation } from "react-i18next";
import { remembered } from "../../ui/remembered.ts";
import { standingOf } from "../standing.ts";
import { useOutline } from "./outline-context.ts";
import { useTabStop, useTaskToggle } from "./row-parts.tsx";
import type { OutlineNode } from "./tree.ts";

const shares = remembered((language) => new Intl.NumberFormat(language, { style: "percent" }));

/** How well this stands under all that is said of it; shown by the rule by which ratings are shown. */
export function StandingLine({ node }: { node: OutlineNode }) {
  const { t, i18n } = useTranslation("debates");
  const { ratings, scales, isRevealed } = useOutline();
  const toggleTask = useTaskToggle();
  const tabStop = useTabStop();
  const subject = node.kind === "position" ? node.position : node.claim;
  const isShown = isRevealed || ratings.mine.truth.has(subject.id);
  if (!isShown || subject.withdrawnAt !== undefined) return null;
  const strength = scales.whole.strengths.get(subject.id) ?? null;
  return (
    <span className="inline-flex items-center gap-2 text-sm text-muted tabular-nums">
      {strength !== null && (
        <meter min={0} max={1} value={strength} aria-hidden="true" className="h-3 w-14" />
      )}
      <span className="text-ink">{t(`standing.${standingOf(strength)}`)}</span>
      {strength !== null && <span>{shares(i18n.language).format(strength)}</span>}
      <button
        type="button"
        className="link"
        tabIndex={tabStop}
        onClick={() => toggleTask({ kind: "why", nodeId: node.id })}
      >
        {t("standing.why")}
      </button>
    </span>
  );
}
