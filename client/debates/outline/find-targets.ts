import type { TargetKind } from "#shared/contract/claims.ts";
import { fold, hasAll, wordsOf } from "#shared/finding/words.ts";
import { ancestorsOf, type OutlineNode, type Tree } from "./tree.ts";

/** Something that a claim could speak to. */
export interface Target {
  readonly kind: TargetKind;
  readonly id: string;
  readonly text: string;
  /** What it stands under, the position first. */
  readonly path: readonly string[];
}

export const textOfNode = (node: OutlineNode): string =>
  node.kind === "position" ? node.position.title : node.claim.text;

function targetOf(node: OutlineNode): Target {
  const path = ancestorsOf(node).map(textOfNode).toReversed();
  if (node.kind === "position")
    return { kind: "position", id: node.id, text: textOfNode(node), path };
  return { kind: "claim", id: node.claim.id, text: textOfNode(node), path };
}

interface Search {
  readonly words: string;
  /** What can't be chosen: the claim itself, and what is below it. */
  readonly isOut: (node: OutlineNode) => boolean;
  readonly most: number;
}

/** Positions and claims in which all the words occur, accents and case aside; each once. */
export function findTargets(tree: Tree, { words, isOut, most }: Search): Target[] {
  const sought = wordsOf(words);
  const found = new Map<string, Target>();
  for (const node of tree.nodes.values()) {
    if (found.size === most) break;
    const { withdrawnAt } = node.kind === "position" ? node.position : node.claim;
    if (withdrawnAt !== undefined || isOut(node)) continue;
    if (!hasAll(fold(textOfNode(node)), sought)) continue;
    const target = targetOf(node);
    if (!found.has(target.id)) found.set(target.id, target);
  }
  return [...found.values()];
}

/** Whether a node is a claim, or stands anywhere below it. */
export function isBelow(claimId: string, node: OutlineNode): boolean {
  return [node, ...ancestorsOf(node)].some((at) => at.kind === "claim" && at.claim.id === claimId);
}
