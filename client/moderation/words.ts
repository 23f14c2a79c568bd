import { useTranslation } from "react-i18next";
import { isolated } from "../ui/isolated.ts";

interface Rule {
  readonly number: number;
  readonly title: string;
}

/** A rule by its number and title. */
export function useRuleText(): (rule: Rule) => string {
  const { t } = useTranslation("moderation");
  return ({ number, title }) => t("rule", { number, title: isolated(title) });
}
