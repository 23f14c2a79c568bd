import { concatBytes, isSameBytes, sha256 } from "./bytes.ts";

/*
 * Merkle trees of RFC 6962 §2.1 over SHA-256. Leaves and inner nodes are hashed with different first bytes, so that
 * neither can be passed off as the other.
 */

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

export const hashLeaf = (entry: Uint8Array): Uint8Array => sha256(concatBytes(leafMark, entry));

/** What is hashed of a node; one piece of memory for all of them, as large trees have millions. */
const nodeBytes = Uint8Array.of(1, ...new Uint8Array(64));

export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== 32 || right.length !== 32) return sha256(concatBytes(nodeMark, left, right));
  nodeBytes.set(left, 1);
  nodeBytes.set(right, 33);
  return sha256(nodeBytes);
}

/** The largest power of two that is smaller than this. */
export const splitOf = (size: number) => 2 ** Math.ceil(Math.log2(size) - 1);

/** The root over leaves that are hashed already (§2.1). */
export function rootOf(leaves: readonly Uint8Array[], from = 0, to = leaves.length): Uint8Array {
  const only = leaves[from];
  if (only === undefined || to === from) return sha256(new Uint8Array());
  if (to - from === 1) return only;
  const middle = from + splitOf(to - from);
  return hashNode(rootOf(leaves, from, middle), rootOf(leaves, middle, to));
}

/** The same root over leaves that come one after the other: one node a level is kept, not the leaves. */
export class GrowingTree {
  #size = 0;
  /** whole subtrees from the left, each larger than the next */
  readonly #whole: { readonly leaves: number; readonly node: Uint8Array }[] = [];

  get size(): number {
    return this.#size;
  }

  add(leaf: Uint8Array): void {
    this.#size += 1;
    let [leaves, node] = [1, leaf];
    for (let left = this.#whole.at(-1); left?.leaves === leaves; left = this.#whole.at(-1)) {
      node = hashNode(left.node, node);
      leaves *= 2;
      this.#whole.pop();
    }
    this.#whole.push({ leaves, node });
  }

  root(): Uint8Array {
    const nodes = this.#whole.map(({ node }) => node);
    const last = nodes.pop();
    if (last === undefined) return sha256(new Uint8Array());
    return nodes.reduceRight((right, left) => hashNode(left, right), last);
  }
}

/** The nodes that lead from one leaf to the root, the lowest first (§2.1.1). */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError("there is no such leaf");
  const proof: Uint8Array[] = [];
  let [from, to] = [0, leaves.length];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    const isLeft = index < middle;
    proof.push(isLeft ? rootOf(leaves, middle, to) : rootOf(leaves, from, middle));
    if (isLeft) to = middle;
    else from = middle;
  }
  return proof.toReversed();
}

/** A leaf, where it is said to stand, and what is said to prove it. */
export interface Inclusion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether a proof leads from the leaf to the root (RFC 9162 §2.1.3.2). */
export function isIncluded({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (!Number.isSafeInteger(size) || !(index >= 0 && index < size)) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    // The last node of a level that has no sibling goes up as it is.
    while (node === last && node % 2 === 0) [node, last] = [node / 2, last / 2];
    hash = node % 2 === 1 ? hashNode(sibling, hash) : hashNode(hash, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && isSameBytes(hash, root);
}

/** Two trees of which the older is said to be the beginning of the newer, and what is said to prove it. */
export interface Consistency {
  readonly older: { readonly size: number; readonly root: Uint8Array };
  readonly newer: { readonly size: number; readonly root: Uint8Array };
  readonly proof: readonly Uint8Array[];
}

/** Whether a proof leads from both roots to one history (RFC 9162 §2.1.4.2). Every tree begins with the empty one. */
export function isConsistent({ older, newer, proof }: Consistency): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && isSameBytes(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && isSameBytes(older.root, rootOf([]));
  const roots = rootsBy(older, newer.size, proof);
  if (roots === undefined) return false;
  return isSameBytes(roots.older, older.root) && isSameBytes(roots.newer, newer.root);
}

const isSize = (size: number) => Number.isSafeInteger(size) && size >= 0;

/** Both roots as the proof has them. A tree that is a node of the larger one is known by its root. */
function rootsBy(
  { size, root }: Consistency["older"],
  newerSize: number,
  proof: Consistency["proof"],
) {
  const isNode = Number.isInteger(Math.log2(size));
  const [first, ...rest] = isNode ? [root, ...proof] : proof;
  if (first === undefined || rest.length === 0) return undefined;
  let [node, last] = [size - 1, newerSize - 1];
  const up = () => ([node, last] = [Math.floor(node / 2), Math.floor(last / 2)]);
  while (node % 2 === 1) up();
  let [older, newer] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      older = hashNode(sibling, older);
      newer = hashNode(sibling, newer);
      while (node % 2 === 0 && node !== 0) up();
    } else {
      newer = hashNode(newer, sibling);
    }
    up();
  }
  return last === 0 ? { older, newer } : undefined;
}
