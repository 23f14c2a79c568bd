import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Dispute } from "#shared/contract/disputes.ts";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icons.tsx";
import { Time } from "../ui/time.tsx";
import { type CaseStep, pathOf } from "./case-steps.ts";

const dayHours = 24;

/** A time in whole days where it is one, else in hours. */
function inWords(hours: number, language: string): string {
  const isWhole = hours % dayHours === 0;
  const unit = isWhole ? "day" : "hour";
  const count = isWhole ? hours / dayHours : hours;
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
    count,
  );
}

function When({ step }: { step: CaseStep }) {
  const { t, i18n } = useTranslation("disputes");
  const { at, hours, place, stage } = step;
  if (hours !== null) {
    const duration = inWords(hours, i18n.language);
    return <span className="block text-sm text-muted">{t("path.upTo", { duration })}</span>;
  }
  if (at === null) return null;
  const isEnd = place === "here" && stage !== "ruled" && stage !== "withdrawn";
  return (
    <span className="block text-sm text-muted">
      {isEnd && `${t("path.until")} `}
      <Time value={at} show="absolute" />
    </span>
  );
}

function Mark({ place }: Pick<CaseStep, "place">) {
  if (place === "past") return <Icon name="check" size={18} className="mt-0.5 text-good" />;
  return (
    <span
      aria-hidden="true"
      className={cx(
        "ms-0.5 mt-1 size-3.5 shrink-0 rounded-full border-2",
        place === "here" ? "border-accent bg-accent" : "border-line-strong",
      )}
    />
  );
}

/** The way of a case with its times, and the place where it is. */
export function CasePath({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("disputes");
  const id = useId();
  const isAppealed = dispute.level > 1;
  const isOfJury = (level: number) =>
    dispute.levels.some((one) => one.level === level && one.wanted > 0);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {t("path.title")}
      </h2>
      <ol className="mt-3 space-y-3">
        {pathOf(dispute).map((step) => (
          <li
            key={`${step.stage} ${step.level}`}
            aria-current={step.place === "here" ? "step" : undefined}
            className="flex items-start gap-3"
          >
            <Mark place={step.place} />
            <span className="min-w-0">
              <span
                className={cx(
                  "block leading-6",
                  step.place === "here" && "font-semibold",
                  step.place === "ahead" && "text-muted",
                )}
              >
                {t(step.stage === "opened" ? "opened" : `stage.${step.stage}`)}
                {isAppealed &&
                  step.stage === "ruled" &&
                  isOfJury(step.level) &&
                  ` ${t("path.level", { level: step.level })}`}
                {step.place === "past" && <span className="sr-only"> {t("path.past")}</span>}
              </span>
              <When step={step} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
