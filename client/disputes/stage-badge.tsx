import { useTranslation } from "react-i18next";
import type { DisputeSummary } from "#shared/contract/disputes.ts";
import { Badge } from "../ui/badge.tsx";

/** Where a case is. */
export function StageBadge({ stage }: Pick<DisputeSummary, "stage">) {
  const { t } = useTranslation("disputes");
  const isOver = stage === "ruled" || stage === "withdrawn";
  return <Badge tone={isOver ? "plain" : "accent"}>{t(`stage.${stage}`)}</Badge>;
}
