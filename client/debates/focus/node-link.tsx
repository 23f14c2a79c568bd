import { Link, type LinkComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useBlocks } from "../../blocks/public.ts";
import { useArgument } from "../argument-context.ts";
import { useDebate } from "../debate-context.ts";
import type { OutlineNode } from "../outline/tree.ts";
import { wayTo } from "./place.ts";

/** What a node says, or that it was withdrawn, or is of somebody whom the reader blocked. */
export function useWordsOfNode(): (node: OutlineNode) => string {
  const { t } = useTranslation(["debates", "blocks"]);
  const { isFolded } = useBlocks();
  return (node) => {
    const subject = node.kind === "position" ? node.position : node.claim;
    if (subject.withdrawnAt !== undefined) return t(`withdrawn.${node.kind}`);
    if (node.kind === "claim" && isFolded(subject.authorId, subject.id)) return t("blocks:by");
    return node.kind === "position" ? node.position.title : node.claim.text;
  };
}

/** Where a node's focus view is. */
export function useFocusWay() {
  const { slug, debate } = useDebate();
  const { tree } = useArgument().model;
  return (node: OutlineNode) => {
    const { claimId, search } = wayTo(tree, node);
    return {
      to: "/c/$slug/d/$debateId/arguments/focus/$claimId",
      params: { slug, debateId: debate.id, claimId },
      search,
      // The claim comes into sight by itself; going to the top of the page would show the question again each time.
      resetScroll: false,
    } as const;
  };
}

interface NodeLinkProps extends Pick<
  LinkComponentProps,
  "children" | "className" | "id" | "aria-label" | "title" | "lang"
> {
  node: OutlineNode;
}

/** Puts a node in the middle. */
export function NodeLink({ node, ...rest }: NodeLinkProps) {
  const way = useFocusWay()(node);
  return <Link {...way} {...rest} />;
}
