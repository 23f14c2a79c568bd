import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import type { IconName } from "../ui/icons.tsx";
import { usePassed } from "./use-passed.ts";

const looks: Record<DecisionView["status"], { tone: Tone; icon: IconName }> = {
  scheduled: { tone: "plain", icon: "clock" },
  open: { tone: "accent", icon: "decision" },
  counting: { tone: "plain", icon: "clock" },
  closed: { tone: "good", icon: "check" },
  cancelled: { tone: "plain", icon: "withdraw" },
  annulled: { tone: "danger", icon: "withdraw" },
};

/** Whether it is still to come to a result. */
export const isUnderWay = (status: DecisionView["status"]) =>
  status === "scheduled" || status === "open" || status === "counting";

/** Where a decision stands, in a word: once its time is up nobody calls it open, counted or not. */
export function StatusBadge({ status, closesAt }: Pick<DecisionView, "status" | "closesAt">) {
  const { t } = useTranslation("decisions");
  const isOver = usePassed(closesAt);
  const stand = status === "open" && isOver ? "counting" : status;
  return <Badge {...looks[stand]}>{t(`status.${stand}`)}</Badge>;
}
