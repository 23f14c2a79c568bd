import { useTranslation } from "react-i18next";
import type { ModerationAction } from "#shared/contract/moderation.ts";
import { Badge } from "../ui/badge.tsx";

/** What a state means at a glance. */
export function StateBadge({ state }: Pick<ModerationAction, "state">) {
  const { t } = useTranslation("moderation");
  return <Badge tone={state === "in-force" ? "warn" : "plain"}>{t(`state.${state}`)}</Badge>;
}
