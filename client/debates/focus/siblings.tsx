import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icons.tsx";
import { useArgument } from "../argument-context.ts";
import type { OutlineNode } from "../outline/tree.ts";
import { NodeLink, useWordsOfNode } from "./node-link.tsx";
import { besides, siblingsOf } from "./place.ts";

interface BesideProps {
  node: OutlineNode | undefined;
  which: "before" | "after";
}

function Beside({ node, which }: BesideProps) {
  const { t } = useTranslation("views");
  const wordsOf = useWordsOfNode();
  const icon = (
    <Icon
      name="chevron"
      size={18}
      className={which === "before" ? "-scale-x-100 rtl:scale-x-100" : ""}
    />
  );
  if (!node)
    return <span className="flex size-8 items-center justify-center opacity-35">{icon}</span>;
  const label = t(`focus.${which}`, { text: wordsOf(node) });
  return (
    <NodeLink
      node={node}
      aria-label={label}
      title={label}
      className="flex size-8 items-center justify-center rounded-md text-ink hover:bg-ink/8"
    >
      {icon}
    </NodeLink>
  );
}

/** The way to what stands beside it: the other answers to what is above. */
export function Siblings({ node }: { node: OutlineNode }) {
  const { t } = useTranslation("views");
  const { tree } = useArgument().model;
  const all = siblingsOf(tree, node);
  if (all.length < 2) return null;
  const place = all.findIndex(({ id }) => id === node.id) + 1;
  return (
    <nav data-no-print aria-label={t("focus.siblings")} className="flex items-center gap-1">
      <Beside which="before" node={besides(tree, node, -1)} />
      <span className="text-sm text-muted tabular-nums">
        {t("focus.place", { place, total: all.length })}
      </span>
      <Beside which="after" node={besides(tree, node, 1)} />
    </nav>
  );
}
