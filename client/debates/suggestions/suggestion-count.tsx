import { useTranslation } from "react-i18next";
import { Deed, useTaskToggle } from "../outline/row-parts.tsx";
import type { ClaimNode } from "../outline/tree.ts";
import { useSuggestionsFor } from "./queries.ts";

/** How many suggestions wait at a claim, with the way to them. */
export function SuggestionCount({ node }: { node: ClaimNode }) {
  const { t } = useTranslation("debates");
  const toggleTask = useTaskToggle();
  const { length } = useSuggestionsFor(node.claim.id);
  if (length === 0) return null;
  return (
    <Deed icon="edit" onClick={() => toggleTask({ kind: "suggestions", nodeId: node.id })}>
      {t("suggest.count", { count: length })}
    </Deed>
  );
}
