import { useTranslation } from "react-i18next";
import type { Phase } from "#shared/contract/phases.ts";
import { Badge, type Tone } from "./badge.tsx";
import type { IconName } from "./icons.tsx";

/** In the order of a debate's life. */
const looks: Record<Phase, { icon: IconName; tone: Tone }> = {
  draft: { icon: "draft", tone: "plain" },
  framing: { icon: "framing", tone: "warn" },
  deliberation: { icon: "statement", tone: "pro" },
  voting: { icon: "decision", tone: "accent" },
  decided: { icon: "outcome", tone: "good" },
  followup: { icon: "flag", tone: "con" },
  archived: { icon: "archive", tone: "plain" },
};

export const phases = Object.keys(looks) as Phase[];

/** Where a debate is, by word and drawing. */
export function PhaseBadge({ phase }: { phase: Phase }) {
  const { t } = useTranslation("ui");
  const { icon, tone } = looks[phase];
  return (
    <Badge icon={icon} tone={tone}>
      {t(`phase.${phase}`)}
    </Badge>
  );
}
