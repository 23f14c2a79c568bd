import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { folkmoot } from "#shared/opinions/parameter-sets.ts";
import { useTakesAnswers } from "./takes-answers.ts";
import { EmptyState } from "../ui/states.tsx";

/** There is no map yet, and what it takes. */
export function NoMap({ action }: { action?: ReactNode }) {
  const { t } = useTranslation("opinions");
  const takesAnswers = useTakesAnswers();
  return (
    <EmptyState icon="people" title={t("none.title")} action={action}>
      {t(takesAnswers ? "none.text" : "none.text-for-good", {
        fewest: 2 * folkmoot.fewestInGroup,
        answers: folkmoot.responsesToBeIn,
      })}
    </EmptyState>
  );
}
