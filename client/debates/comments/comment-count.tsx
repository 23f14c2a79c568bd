import { useTranslation } from "react-i18next";
import { useOutline } from "../outline/outline-context.ts";
import { Deed, useTaskToggle } from "../outline/row-parts.tsx";
import type { ClaimNode } from "../outline/tree.ts";
import { useTalkAt } from "./queries.ts";

/** How much is said about a claim, with the way there. */
export function CommentCount({ node }: { node: ClaimNode }) {
  const { t } = useTranslation("debates");
  const { mergedInto } = useOutline();
  const toggleTask = useTaskToggle();
  const { comments } = useTalkAt(node.claim.id, mergedInto.get(node.claim.id));
  if (comments === 0) return null;
  return (
    <Deed icon="statement" onClick={() => toggleTask({ kind: "comments", nodeId: node.id })}>
      {t("comment.count", { count: comments })}
    </Deed>
  );
}
