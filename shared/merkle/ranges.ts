import { sha256 } from "./bytes.ts";
import { hashNode, splitOf } from "./tree.ts";

/*
 * Proofs from stored nodes: what each part of a proof covers, of which whole subtrees it is made, and its hash. A tree
 * of a million leaves needs some forty of them for a proof, so nobody has to hash it anew.
 */

/** The leaves from `from` to before `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Of the whole subtrees with 2^level leaves the one that begins at leaf `index` · 2^level. */
export interface Place {
  readonly level: number;
  readonly index: number;
}

export type NodeAt = (place: Place) => Uint8Array;

/** What the parts of an inclusion proof cover, the lowest first (RFC 6962 §2.1.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError("there is no such leaf");
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    const isLeft = index < middle;
    ranges.push(isLeft ? { from: middle, to } : { from, to: middle });
    if (isLeft) to = middle;
    else from = middle;
  }
  return ranges.toReversed();
}

/** What the parts of a consistency proof cover (RFC 6962 §2.1.2); none for the empty tree, and for the same one. */
export function consistencyRanges(older: number, newer: number): Range[] {
  if (!(older >= 0 && older <= newer)) throw new RangeError("the older tree is the smaller one");
  if (older === 0 || older === newer) return [];
  const ranges: Range[] = [];
  let [from, to] = [0, newer];
  while (older < to) {
    const middle = from + splitOf(to - from);
    const isLeft = older <= middle;
    ranges.push(isLeft ? { from: middle, to } : { from, to: middle });
    if (isLeft) to = middle;
    else from = middle;
  }
  // Whoever knows the older tree knows its root, where that is a node of the newer one.
  if (from !== 0) ranges.push({ from, to });
  return ranges.toReversed();
}

/** The whole subtrees of which a range is made, from left to right. */
export function placesIn({ from, to }: Range): Place[] {
  const size = to - from;
  if (size === 0) return [];
  const level = Math.log2(size);
  if (Number.isInteger(level)) return [{ level, index: from / size }];
  const middle = from + splitOf(size);
  return [...placesIn({ from, to: middle }), ...placesIn({ from: middle, to })];
}

/** The hash over a range: a part of a proof, or the root where it is the whole tree. */
export function hashOfRange(range: Range, nodeAt: NodeAt): Uint8Array {
  const hashes = placesIn(range).map(nodeAt);
  return hashes.length === 0 ? sha256(new Uint8Array()) : foldLeft(hashes);
}

/** Subtrees get smaller to the right, so the smallest two are joined first. */
function foldLeft(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.reduceRight((right, left) => hashNode(left, right));
}
