import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../../ui/toast.ts";
import type { Focus } from "./into-sight.ts";
import type { OutlineNode, Tree } from "./tree.ts";

/** The node that an address names: `claim-…` or `position-…`. */
export function nodeAt(tree: Tree, hash: string): OutlineNode | undefined {
  const [, kind, id = ""] = /^(claim|position)-([0-9a-f-]{36})$/.exec(hash) ?? [];
  return kind === "claim" ? tree.ofClaim.get(id) : tree.nodes.get(id);
}

interface DeepLink {
  tree: Tree;
  goTo: Focus;
  /** Shows claims that have come meanwhile. */
  showAll: () => void;
  waiting: number;
}

/** Goes to the claim or position that the address names, once for each address. */
export function useDeepLink({ tree, goTo, showAll, waiting }: DeepLink): void {
  const { t } = useTranslation("debates");
  const hash = useLocation({ select: (location) => location.hash });
  const done = useRef("");
  useEffect(() => {
    if (hash === done.current || !/^(claim|position)-/.test(hash)) return;
    done.current = hash;
    const node = nodeAt(tree, hash);
    if (!node) {
      toast({ title: t("outline.gone") });
      return;
    }
    if (waiting > 0) showAll();
    goTo(node.id, "center");
  }, [hash, tree, goTo, showAll, waiting, t]);
}
