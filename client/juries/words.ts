import { useTranslation } from "react-i18next";
import type { DisputeKind } from "#shared/contract/disputes.ts";
import type { Choice } from "#shared/lottery/jury.ts";

/** What a vote says, by what is judged: `uphold` of an action is not what it is of a decision. */
export function useChoiceText(kind: DisputeKind): (choice: Choice) => string {
  const { t } = useTranslation("disputes");
  return (choice) => t(`choice.${kind}.${choice}`);
}

/** The choices in the order in which they are offered: none is the usual one. */
export const offered = ["overturn", "modify", "uphold"] as const satisfies readonly Choice[];
