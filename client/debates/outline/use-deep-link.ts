import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../../ui/toast.ts";
import type { Focus } from "./into-sight.ts";
import type { OutlineNode, Tree } from "./tree.ts";

/** The node that an address names: `claim-…` or `position-…`, or a claim of which something is wanted: `cite-…`, `comments-…`. */
export function nodeAt(tree: Tree, hash: string): OutlineNode | undefined {
  const [, kind, id = ""] = /^(claim|cite|comments|position)-([0-9a-f-]{36})$/.exec(hash) ?? [];
  return kind === "position" ? tree.nodes.get(id) : tree.ofClaim.get(id);
}

const isAddress = /^(claim|cite|comments|position)-/;

interface DeepLink {
  tree: Tree;
  /** Where one was in another view of the argument. */
  active: string | null;
  goTo: Focus;
  /** Begins to add a source, or opens the comments. */
  begin: (kind: "evidence" | "comments", nodeId: string) => void;
  /** Shows claims that have come meanwhile. */
  showAll: () => void;
  waiting: number;
}

/** Goes to the claim or position that the address names, once for each address. */
export function useDeepLink({ tree, active, goTo, begin, showAll, waiting }: DeepLink): void {
  const { t } = useTranslation("debates");
  const hash = useLocation({ select: (location) => location.hash });
  const done = useRef("");
  const comeBack = () => {
    if (active !== null && !isAddress.test(hash)) goTo(active, "center");
  };
  // oxlint-disable-next-line react/exhaustive-deps -- once, when one comes from another view
  useEffect(comeBack, []);
  useEffect(() => {
    if (hash === done.current || !isAddress.test(hash)) return;
    done.current = hash;
    const node = nodeAt(tree, hash);
    if (!node) {
      toast({ title: t("outline.gone") });
      return;
    }
    if (waiting > 0) showAll();
    goTo(node.id, "center");
    if (hash.startsWith("cite-")) begin("evidence", node.id);
    if (hash.startsWith("comments-")) begin("comments", node.id);
  }, [hash, tree, goTo, begin, showAll, waiting, t]);
}
