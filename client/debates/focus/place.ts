import type { OutlineNode, Tree } from "../outline/tree.ts";

/** What an address says of a node: its claim, and which of its places where it is not the first. */
export interface Way {
  readonly claimId: string;
  readonly search: { readonly at?: string };
}

/** How a position or claim is addressed. A claim that stands in several places has an address at each. */
export function wayTo(tree: Tree, node: OutlineNode): Way {
  if (node.kind === "position") return { claimId: node.id, search: {} };
  const { id } = node.claim;
  return { claimId: id, search: tree.ofClaim.get(id) === node ? {} : { at: node.id } };
}

/** The node that an address names; at its first place where the named one is not there any more. */
export function nodeOn(
  { nodes, ofClaim }: Tree,
  id: string,
  at: string | undefined,
): OutlineNode | undefined {
  const named = nodes.get(at ?? "");
  if (named?.kind === "claim" && named.claim.id === id) return named;
  return nodes.get(id) ?? ofClaim.get(id);
}

/** What stands beside a node, itself among them, in the order of reading. */
export function siblingsOf(tree: Tree, node: OutlineNode): readonly OutlineNode[] {
  return node.parent?.children ?? tree.positions;
}

/** The one before (-1) or after (1) a node; none at the ends. */
export function besides(tree: Tree, node: OutlineNode, step: -1 | 1): OutlineNode | undefined {
  const all = siblingsOf(tree, node);
  return all[all.findIndex(({ id }) => id === node.id) + step];
}
