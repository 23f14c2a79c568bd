import { useTranslation } from "react-i18next";
import type { DelegationSubject } from "#shared/contract/delegations.ts";
import { useTopicName } from "../topics/public.ts";
import { isolated } from "../ui/isolated.ts";

/** For what a choice holds, as a heading: "In the whole community", "Topic: Bias", "Debate: ...". */
export function useSubjectName(): (subject: DelegationSubject) => string {
  const { t } = useTranslation("delegations");
  const topicName = useTopicName();
  return ({ scope, about, name }) => {
    if (scope === "community") return t("subject.community");
    const called = scope === "topic" ? topicName(about ?? "", name) : (name ?? "");
    return t(`subject.${scope}`, { name: isolated(called) });
  };
}

/** Hundredths of a vote as people read them: 150 is 1.5. */
export function useVotes(): (hundredths: number) => string {
  const { i18n } = useTranslation();
  return (hundredths) =>
    (hundredths / 100).toLocaleString(i18n.language, { maximumFractionDigits: 2 });
}

/** A share of 100 as people write it. */
export function usePercent(): (percent: number) => string {
  const { i18n } = useTranslation();
  const options = { style: "percent", maximumFractionDigits: 1 } as const;
  return (percent) => (percent / 100).toLocaleString(i18n.language, options);
}

/** A day, without its hour. */
export function useDay(): (moment: string) => string {
  const { i18n } = useTranslation();
  return (moment) => new Date(moment).toLocaleDateString(i18n.language, { dateStyle: "medium" });
}
