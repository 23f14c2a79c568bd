import { useTranslation } from "react-i18next";
import { standingOf } from "../standing.ts";
import { useOutline } from "./outline-context.ts";
import { useTabStop, useTaskToggle } from "./row-parts.tsx";
import type { OutlineNode } from "./tree.ts";

/** How well this stands under all that is said of it; shown by the rule by which ratings are shown. */
export function StandingLine({ node }: { node: OutlineNode }) {
  const { t, i18n } = useTranslation("debates");
  const { ratings, scales, state } = useOutline();
  const toggleTask = useTaskToggle(node.id);
  const tabStop = useTabStop(node.id);
  const subject = node.kind === "position" ? node.position : node.claim;
  const isShown = state.isRevealed || ratings.mine.truth.has(subject.id);
  if (!isShown || subject.withdrawnAt !== undefined) return null;
  const strength = scales.whole.strengths.get(subject.id) ?? null;
  const share = new Intl.NumberFormat(i18n.language, { style: "percent" });
  return (
    <span className="inline-flex items-center gap-2 text-sm text-muted tabular-nums">
      {strength !== null && (
        <meter min={0} max={1} value={strength} aria-hidden="true" className="h-3 w-14" />
      )}
      <span className="text-ink">{t(`standing.${standingOf(strength)}`)}</span>
      {strength !== null && <span>{share.format(strength)}</span>}
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
