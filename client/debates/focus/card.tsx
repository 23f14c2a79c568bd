import { useTranslation } from "react-i18next";
import { useBlocks } from "../../blocks/public.ts";
import { cx } from "../../ui/cx.ts";
import { rowIdOf, useOutline } from "../outline/outline-context.ts";
import { type ClaimNode, sidesOf } from "../outline/tree.ts";
import { standingOf } from "../standing.ts";
import { NodeLink, useWordsOfNode } from "./node-link.tsx";

/** How a claim stands, by the rule by which ratings are shown. */
function useStandingOf(node: ClaimNode) {
  const { ratings, scales, isRevealed } = useOutline();
  const { id, withdrawnAt } = node.claim;
  if (withdrawnAt !== undefined || !(isRevealed || ratings.mine.truth.has(id))) return null;
  return standingOf(scales.whole.strengths.get(id));
}

/** What hangs below a claim, and how it stands, in a line. */
function InShort({ node }: { node: ClaimNode }) {
  const { t } = useTranslation("debates");
  const { evidence } = useOutline();
  const { pro, con } = sidesOf(node);
  const sources = evidence.get(node.claim.id)?.length ?? 0;
  const standing = useStandingOf(node);
  return (
    <span className="mt-1.5 flex flex-wrap gap-x-3 text-sm text-muted">
      {pro > 0 && <span className="text-pro">{t("outline.pros", { count: pro })}</span>}
      {con > 0 && <span className="text-con">{t("outline.cons", { count: con })}</span>}
      {sources > 0 && <span>{t("sources.count", { count: sources })}</span>}
      {standing !== null && <span className="text-ink">{t(`standing.${standing}`)}</span>}
    </span>
  );
}

/** A claim beside the one in the middle: pressing it puts it there. */
export function Card({ node }: { node: ClaimNode }) {
  const { t } = useTranslation("debates");
  const wordsOf = useWordsOfNode();
  const { claim, edge } = node;
  const isFolded = useBlocks().isFolded(claim.authorId, claim.id);
  const isSilent = isFolded || claim.withdrawnAt !== undefined;
  return (
    <NodeLink
      id={rowIdOf(node.id)}
      node={node}
      className={cx(
        "block scroll-mt-28 scroll-mb-10 rounded-e-md border-s-3 bg-surface px-3 py-2.5 text-ink no-underline hover:bg-raised",
        edge.side === "pro" ? "border-pro" : "border-con",
      )}
    >
      {edge.targetKind === "edge" && (
        <span className="block text-sm text-muted">{t("outline.onBearing")}</span>
      )}
      <span
        lang={isSilent ? undefined : claim.language}
        dir="auto"
        className={cx("block font-serif", isSilent && "text-muted italic")}
      >
        {wordsOf(node)}
      </span>
      <InShort node={node} />
    </NodeLink>
  );
}
