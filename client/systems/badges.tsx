import { useTranslation } from "react-i18next";
import type { IncidentSeverity, IncidentState } from "#shared/contract/incidents.ts";
import { Badge } from "../ui/badge.tsx";

const states = {
  reported: { tone: "plain", icon: "flag" },
  declined: { tone: "plain", icon: "close" },
  accepted: { tone: "accent", icon: "check" },
  mending: { tone: "accent", icon: "settings" },
  resolved: { tone: "good", icon: "check" },
  closed: { tone: "good", icon: "lock" },
} as const satisfies Record<IncidentState, object>;

const severities = {
  low: { tone: "plain" },
  moderate: { tone: "plain", icon: "info" },
  high: { tone: "warn", icon: "warning" },
  critical: { tone: "danger", icon: "warning" },
} as const satisfies Record<IncidentSeverity, object>;

/** Where an incident stands, by word and sign. */
export function StateBadge({ state }: { state: IncidentState }) {
  const { t } = useTranslation("systems");
  return <Badge {...states[state]}>{t(`state.${state}`)}</Badge>;
}

/** How much harm it does, by word and sign. */
export function SeverityBadge({ severity }: { severity: IncidentSeverity }) {
  const { t } = useTranslation("systems");
  return <Badge {...severities[severity]}>{t(`severity.${severity}`)}</Badge>;
}

/** Somebody is late with it. */
export function OverdueBadge() {
  const { t } = useTranslation("systems");
  return (
    <Badge tone="danger" icon="clock">
      {t("overdue")}
    </Badge>
  );
}
