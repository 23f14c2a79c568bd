import { useTranslation } from "react-i18next";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/icons.tsx";
import { ancestorsOf, type OutlineNode } from "../outline/tree.ts";
import { NodeLink, useWordsOfNode } from "./node-link.tsx";

/** More than these are folded: the position and what is nearest tell where one is. */
const unfolded = 4;

function Step({ node }: { node: OutlineNode }) {
  const wordsOf = useWordsOfNode();
  return (
    <li className="min-w-0">
      <NodeLink
        node={node}
        className="flex min-h-8 items-center gap-2 text-sm no-underline hover:underline"
      >
        <Icon
          name={node.kind === "position" ? "position" : node.edge.side}
          size={16}
          className={cx(
            node.kind === "claim" && (node.edge.side === "pro" ? "text-pro" : "text-con"),
          )}
        />
        <bdi className="truncate">{wordsOf(node)}</bdi>
      </NodeLink>
    </li>
  );
}

/** What a claim speaks to, and what that speaks to, up to the position. */
export function PathAbove({ node }: { node: OutlineNode }) {
  const { t } = useTranslation("views");
  const above = ancestorsOf(node).toReversed();
  if (above.length === 0) return null;
  const [position, ...claims] = above;
  const folded = above.length > unfolded ? claims.slice(0, -2) : [];
  const shown = claims.slice(folded.length);
  return (
    <nav aria-label={t("focus.path")} className="border-s-2 border-line ps-3">
      <ol>
        {position && <Step node={position} />}
        {folded.length > 0 && (
          <li>
            <details>
              <summary className="w-fit text-sm text-muted">
                {t("focus.between", { count: folded.length })}
              </summary>
              <ol>
                {folded.map((one) => (
                  <Step key={one.id} node={one} />
                ))}
              </ol>
            </details>
          </li>
        )}
        {shown.map((one) => (
          <Step key={one.id} node={one} />
        ))}
      </ol>
    </nav>
  );
}
