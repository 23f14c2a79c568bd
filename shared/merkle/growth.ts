import { hashOfRange, type Place, placesIn } from "./ranges.ts";
import { rootOf } from "./tree.ts";

/*
 * A tree that grows, of whose nodes every fourth level is kept: sixteen leaves make a node of level 4, sixteen of these
 * one of level 8. What lies between is hashed from sixteen at a time, so little is stored, and little is read.
 */

const step = 4;
const width = 2 ** step;

/** Kept nodes of one level, from `from` to before `to`; those of level 0 are the leaves. */
export interface KeptRange {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

export interface KeptNode extends Place {
  readonly hash: Uint8Array;
}

/** Of which kept nodes any subtree is made. */
export function keptBelow({ level, index }: Place): KeptRange {
  const kept = level - (level % step);
  const size = 2 ** (level % step);
  return { level: kept, from: index * size, to: (index + 1) * size };
}

/** The kept nodes at the right edge of a tree that are not below another: what it takes to let it grow. */
export function edgeOf(size: number): KeptRange[] {
  const edge: KeptRange[] = [];
  for (let [level, to] = [0, size]; to > 0; [level, to] = [level + step, Math.floor(to / width)]) {
    edge.push({ level, from: to - (to % width), to });
  }
  return edge;
}

/** Lets a tree grow from a size on, whose edge is given level by level. */
export function createGrowth(start = 0, edge: readonly (readonly Uint8Array[])[] = []) {
  const rows = edge.map((row) => [...row]);
  let size = start;

  /** Puts a node into its row; gives those that became whole by it. */
  function put(at: number, hash: Uint8Array): KeptNode[] {
    const row = (rows[at] ??= []);
    row.push(hash);
    if (row.length < width) return [];
    const whole = rootOf(row);
    rows[at] = [];
    const level = (at + 1) * step;
    return [{ level, index: size / 2 ** level - 1, hash: whole }, ...put(at + 1, whole)];
  }

  function nodeAt(place: Place): Uint8Array {
    const { level, from, to } = keptBelow(place);
    const row = rows[level / step] ?? [];
    const first = Math.floor(size / 2 ** level);
    const start = first - (first % width);
    return rootOf(row, from - start, to - start);
  }

  return {
    get size(): number {
      return size;
    },
    /** Adds a leaf; gives the nodes to be kept that became whole by it. */
    add(leaf: Uint8Array): KeptNode[] {
      size += 1;
      return put(0, leaf);
    },
    /** The root over all leaves so far. */
    root(): Uint8Array {
      return hashOfRange({ from: 0, to: size }, nodeAt);
    },
  };
}

export type Growth = ReturnType<typeof createGrowth>;

/** The kept nodes of which these subtrees are made, each once. */
export function keptFor(places: readonly Place[]): KeptRange[] {
  const ranges = places.map(keptBelow);
  return [...new Map(ranges.map((one) => [`${one.level} ${one.from} ${one.to}`, one])).values()];
}

/** Any subtree from kept nodes, as they were read. */
export function nodeFrom(kept: readonly KeptNode[]): (place: Place) => Uint8Array {
  const byPlace = new Map(kept.map(({ level, index, hash }) => [`${level} ${index}`, hash]));
  return (place) => {
    const { level, from, to } = keptBelow(place);
    const hashes = Array.from({ length: to - from }, (_, at) => {
      const hash = byPlace.get(`${level} ${from + at}`);
      if (!hash) throw new MissingNode(level, from + at);
      return hash;
    });
    return rootOf(hashes);
  };
}

/** A node of a tree is not where it must be. */
export class MissingNode extends Error {
  constructor(
    readonly level: number,
    readonly index: number,
  ) {
    super(`the tree lacks node ${index} of level ${level}`);
  }
}

/** Of which subtrees the whole tree is made. */
export const treePlaces = (size: number): Place[] => placesIn({ from: 0, to: size });
