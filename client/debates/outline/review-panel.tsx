import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Evidence } from "#shared/contract/evidence.ts";
import { type Verdict, verdicts as kinds } from "#shared/contract/reviews.ts";
import { Button } from "../../ui/button.tsx";
import { Fault } from "../../ui/fault.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { useChosen } from "../../ui/use-chosen.ts";
import { useReview } from "../use-review.ts";
import { useOutline } from "./outline-context.ts";

/** What one finds who looked a source up. */
export function ReviewPanel({ source }: { source: Evidence }) {
  const { t } = useTranslation("debates");
  const { verdicts, leaveTask } = useOutline();
  const review = useReview();
  const before = verdicts.mine.get(source.id);
  const { value: shown, onChange: say } = useChosen<Verdict | undefined>({
    value: before,
    onChange: (verdict) => review.mutate({ evidenceId: source.id, verdict, before }),
  });
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const given = panel.current?.querySelector<HTMLElement>("input:checked");
    (given ?? panel.current?.querySelector("input"))?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={panel} className="space-y-4">
      <RadioGroup<Verdict | "">
        label={t("review.legend", { title: source.title })}
        name={`review-${source.id}`}
        value={shown ?? ""}
        onChange={(verdict) => say(verdict || undefined)}
        choices={kinds.map((value) => ({
          value,
          label: t(`review.verdict.${value}`),
          hint: t(`review.hint.${value}`),
        }))}
      />
      <Fault error={review.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" onClick={leaveTask}>
          {t("rate.done")}
        </Button>
        {before && (
          <Button size="small" variant="quiet" onClick={() => say(undefined)}>
            {t("review.takeBack")}
          </Button>
        )}
        <p className="text-sm text-muted">{t("review.secret")}</p>
      </div>
    </div>
  );
}
