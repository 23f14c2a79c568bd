import { useTranslation } from "react-i18next";
import type { DisputeSummary } from "#shared/contract/disputes.ts";
import { isolated } from "../ui/isolated.ts";

/** What a case is called: nothing in it says who is in it. */
export function useCaseTitle(): (dispute: Pick<DisputeSummary, "subject">) => string {
  const { t } = useTranslation("disputes");
  return ({ subject }) => {
    if (subject.kind === "conflict") return t("title.conflict");
    if (subject.kind === "decision") {
      return t("title.decision", { title: isolated(subject.title) });
    }
    if (subject.kind === "commitment") {
      return t("title.commitment", { title: isolated(subject.title) });
    }
    return t("title.action", { action: t(`did.${subject.action}`, t("did.other")) });
  };
}

/** A rule by its number and title. */
export function useRuleText(): (rule: {
  readonly number: number;
  readonly title: string;
}) => string {
  const { t } = useTranslation("disputes");
  return ({ number, title }) => t("rule", { number, title: isolated(title) });
}

/** Whether nothing is found yet. */
export const isUnderWay = ({ stage }: Pick<DisputeSummary, "stage">): boolean =>
  stage !== "ruled" && stage !== "withdrawn";
