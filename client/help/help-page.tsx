import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { phases } from "#shared/contract/phases.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { PhaseBadge } from "../ui/phase-badge.tsx";
import { TourAgain } from "./tour-again.tsx";

const methods = [
  "plurality",
  "approval",
  "schulze",
  "ranked-pairs",
  "copeland",
  "minimax",
  "irv",
  "borda",
  "two-round",
  "stv",
  "meek",
  "score",
  "star",
  "majority-judgment",
  "cumulative",
  "quadratic",
  "budget",
  "consent",
  "yes-no",
  "time-poll",
] as const;
const parts = [
  "argue",
  "words",
  "order",
  "reading",
  "statements",
  "map",
  "decide",
  "secret",
  "recount",
  "tokens",
  "delegate",
  "community",
  "disputes",
  "juries",
  "accountability",
  "representation",
  "panels",
  "money",
  "systems",
  "spam",
  "private",
  "account",
  "names",
  "carry",
  "live",
] as const;

/** What a report on power tells, each by a name and a plain sentence. */
const figures = ["gini", "herfindahl", "nakamoto", "flip", "banzhaf", "shapley"] as const;

interface SectionProps {
  title: string;
  /** Where links lead to. */
  id?: string;
  children: ReactNode;
}

function Section({ title, id, children }: SectionProps) {
  return (
    <section id={id} className="mt-10 max-w-measure scroll-mt-20">
      <h2 className="text-2xl">{title}</h2>
      <div className="mt-3 space-y-3">{children}</div>
    </section>
  );
}

/** What one can do here, in a few minutes of reading. */
export function HelpPage() {
  const { t } = useTranslation("help");
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <Section title={t("tour.title")}>
        <p>{t("tour.text")}</p>
        <TourAgain />
      </Section>
      <Section title={t("phases.title")}>
        <p>{t("phases.text")}</p>
        <dl className="space-y-3">
          {phases.map((phase) => (
            <div key={phase} className="flex flex-wrap gap-x-4 gap-y-1">
              <dt className="w-36 shrink-0">
                <PhaseBadge phase={phase} />
              </dt>
              <dd className="min-w-0 flex-1 basis-60">{t(`phases.${phase}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {parts.map((part) => (
        <Section key={part} id={part} title={t(`${part}.title`)}>
          <p>{t(`${part}.text`)}</p>
        </Section>
      ))}
      <Section title={t("power.title")}>
        <p>{t("power.text")}</p>
        <dl className="space-y-3">
          {figures.map((figure) => (
            <div key={figure}>
              <dt className="font-semibold">{t(`power.${figure}.name`)}</dt>
              <dd>{t(`power.${figure}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t("methods.title")}>
        <p>{t("methods.text")}</p>
        <dl className="space-y-3">
          {methods.map((method) => (
            <div key={method}>
              <dt className="font-semibold">{t(`methods.${method}.name`)}</dt>
              <dd>{t(`methods.${method}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t("keys.title")}>
        <p>{t("keys.text")}</p>
      </Section>
    </>
  );
}
