import { useTranslation } from "react-i18next";
import type { CommitmentState } from "#shared/contract/commitments.ts";
import { Badge } from "../ui/badge.tsx";

const looks = {
  open: { tone: "plain", icon: "clock" },
  declined: { tone: "plain", icon: "close" },
  withdrawn: { tone: "plain", icon: "withdraw" },
  accepted: { tone: "plain", icon: "check" },
  underway: { tone: "plain", icon: "clock" },
  overdue: { tone: "warn", icon: "warning" },
  done: { tone: "good", icon: "check" },
  worked: { tone: "good", icon: "check" },
  changed: { tone: "plain", icon: "edit" },
  revoked: { tone: "plain", icon: "withdraw" },
} as const satisfies Record<CommitmentState, object>;

/** Where a commitment stands, by word and sign. */
export function StateBadge({ state }: { state: CommitmentState }) {
  const { t } = useTranslation("commitments");
  return <Badge {...looks[state]}>{t(`state.${state}`)}</Badge>;
}
