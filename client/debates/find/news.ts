import type { OutlineNode } from "../outline/tree.ts";

/** The first places of the claims that are new to the reader, in the order of reading. */
export function newsIn(
  order: readonly OutlineNode[],
  fresh: ReadonlySet<string>,
): readonly OutlineNode[] {
  const seen = new Set<string>();
  return order.filter((node) => {
    if (node.kind !== "claim" || !fresh.has(node.claim.id) || seen.has(node.claim.id)) return false;
    seen.add(node.claim.id);
    return true;
  });
}

/** The next of some nodes after the one where the reader is; after the last comes the first. */
export function nextAfter(
  order: readonly OutlineNode[],
  some: readonly OutlineNode[],
  active: string | null,
): OutlineNode | undefined {
  const wanted = new Set(some);
  const here = order.findIndex(({ id }) => id === active);
  const isWanted = (node: OutlineNode) => wanted.has(node);
  return order.slice(here + 1).find(isWanted) ?? order.find(isWanted);
}
