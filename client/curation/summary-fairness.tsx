import { lazy, Suspense, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Summary } from "#shared/contract/curation.ts";
import type { Phase } from "#shared/contract/phases.ts";
import {
  type Fairness,
  fairnesses,
  type SummaryRatings,
} from "#shared/contract/summary-ratings.ts";
import { useDebate } from "../debates/public.ts";
import { Button } from "../ui/button.tsx";
import { RadioPill } from "../ui/radio-pill.tsx";
import type { LiveCuration } from "./queries.ts";
import { useRateSummary } from "./use-rate-summary.ts";

const FairnessScore = lazy(async () => ({
  default: (await import("./fairness-score.tsx")).FairnessScore,
}));

/** From then on what others say sways nobody any more. */
const openPhases: readonly Phase[] = ["decided", "followup", "archived"];

interface QuestionProps {
  curation: LiveCuration;
  version: number;
  own: Fairness | undefined;
}

/** Asks whether the summary is fair, and what one said stays chosen. */
function Question({ curation: { mine }, version, own }: QuestionProps) {
  const { t } = useTranslation("curation");
  const name = useId();
  const rate = useRateSummary();
  // What is chosen shows at once, until it is said or refused: arrow keys step from it meanwhile.
  const [chosen, setChosen] = useState<Fairness | null>();
  const shown = chosen === undefined ? own : chosen;
  const say = (rating: Fairness | null) => {
    setChosen(rating);
    rate.mutate({ version, rating, before: mine }, { onSettled: () => setChosen(undefined) });
  };
  const choices = useRef<HTMLFieldSetElement>(null);
  const takeBack = () => {
    say(null);
    // The button goes with it: whoever is at the keyboard goes on from the choices.
    choices.current?.querySelector("input")?.focus();
  };
  return (
    <div data-no-print className="space-y-2">
      <fieldset ref={choices} className="min-w-0">
        <legend className="text-[0.9375rem] font-medium">{t("fair.question")}</legend>
        <div className="mt-1.5 flex flex-wrap gap-2">
          {fairnesses.map((rating) => (
            <RadioPill
              key={rating}
              name={name}
              value={rating}
              checked={shown === rating}
              onChange={() => say(rating)}
              className="px-4"
            >
              {t(`fair.choice.${rating}`)}
            </RadioPill>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-3">
        {own !== undefined && (
          <Button size="small" variant="quiet" className="-ms-2.5" onClick={takeBack}>
            {t("fair.takeBack")}
          </Button>
        )}
        <p className="text-sm text-muted">
          {mine && mine.version < version
            ? t("fair.newVersion", { number: mine.version })
            : t(own === undefined ? "fair.secret" : "fair.kept")}
        </p>
      </div>
    </div>
  );
}

/** How many say what of it. */
function Counts({ ratings }: { ratings: SummaryRatings }) {
  const { t, i18n } = useTranslation("curation");
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <p>{t("fair.counts")}</p>
      <dl className="flex flex-wrap gap-x-5 gap-y-1">
        {fairnesses.map((rating) => (
          <div key={rating} className="flex gap-1.5">
            <dt className="text-muted">{t(`fair.choice.${rating}`)}</dt>
            <dd className="font-medium tabular-nums">
              {ratings[rating].toLocaleString(i18n.language)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface SummaryFairnessProps {
  curation: LiveCuration;
  summary: Summary;
}

/** Whether the summary is fair to all sides: what others say is shown to who has said so too, and once it is decided. */
export function SummaryFairness({ curation, summary: { version } }: SummaryFairnessProps) {
  const { debate } = useDebate();
  const { mine, ratings } = curation;
  const own = mine?.version === version ? mine.rating : undefined;
  const isOpen = openPhases.includes(debate.phase);
  const hasAny = ratings !== null && fairnesses.some((rating) => ratings[rating] > 0);
  const isShown = own !== undefined || (isOpen && hasAny);
  if (!debate.can.rate && !isShown) return null;
  return (
    <div className="mt-4 space-y-3 border-t border-line pt-4">
      {debate.can.rate && <Question curation={curation} version={version} own={own} />}
      {isShown && ratings && (
        <>
          <Counts ratings={ratings} />
          <Suspense>
            <FairnessScore version={version} />
          </Suspense>
        </>
      )}
    </div>
  );
}
