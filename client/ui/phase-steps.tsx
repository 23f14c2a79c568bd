import { useTranslation } from "react-i18next";
import type { Phase } from "#shared/contract/phases.ts";
import { cx } from "./cx.ts";
import { Icon } from "./icons.tsx";
import { phases } from "./phase-badge.tsx";

const shown = phases.filter((phase) => phase !== "draft" && phase !== "archived");

/** The way of a debate, with the place where it is. */
export function PhaseSteps({ phase }: { phase: Phase }) {
  const { t } = useTranslation("ui");
  const at = phases.indexOf(phase);
  return (
    <ol aria-label={t("phase.steps")} className="flex items-center text-sm text-muted">
      {shown.map((step, index) => {
        const isPast = phases.indexOf(step) < at;
        const isHere = step === phase;
        return (
          <li
            key={step}
            aria-current={isHere ? "step" : undefined}
            className={cx("flex items-center", isHere && "font-semibold text-ink")}
          >
            {index > 0 && (
              <span
                aria-hidden="true"
                className={cx(
                  "mx-2 h-px w-3 sm:w-6",
                  isPast || isHere ? "bg-ink" : "bg-line-strong",
                )}
              />
            )}
            {isPast ? (
              <Icon name="check" size={14} className="me-1" />
            ) : (
              <span
                aria-hidden="true"
                className={cx(
                  "me-1.5 size-2 rounded-full border",
                  isHere ? "border-accent bg-accent" : "border-line-strong",
                )}
              />
            )}
            <span className={cx(!isHere && "max-md:sr-only")}>{t(`phase.${step}`)}</span>
            {isPast && <span className="sr-only">{t("phase.past")}</span>}
          </li>
        );
      })}
    </ol>
  );
}
