import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import type { IconName } from "../ui/icons.tsx";

const looks: Record<DecisionView["status"], { tone: Tone; icon: IconName }> = {
  scheduled: { tone: "plain", icon: "clock" },
  open: { tone: "accent", icon: "decision" },
  closed: { tone: "good", icon: "check" },
  cancelled: { tone: "plain", icon: "withdraw" },
  annulled: { tone: "danger", icon: "withdraw" },
};

/** Where a decision stands, in a word. */
export function StatusBadge({ status }: Pick<DecisionView, "status">) {
  const { t } = useTranslation("decisions");
  return <Badge {...looks[status]}>{t(`status.${status}`)}</Badge>;
}
