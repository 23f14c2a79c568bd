import {
  edgeOf,
  createGrowth,
  type Growth,
  keptFor,
  nodeFrom,
  treePlaces,
} from "#shared/merkle/growth.ts";
import { hashOfRange, placesIn, type Range } from "#shared/merkle/ranges.ts";
import { keptNodes, type Sql } from "./store.ts";

/** The hashes over parts of a community's tree, from the nodes that are kept: what proofs are made of. */
export async function hashesOf(
  on: Sql,
  communityId: string,
  ranges: readonly Range[],
): Promise<Uint8Array[]> {
  if (ranges.length === 0) return [];
  const places = ranges.flatMap(placesIn);
  const nodeAt = nodeFrom(await keptNodes(on, communityId, keptFor(places)));
  return ranges.map((range) => hashOfRange(range, nodeAt));
}

/** The root that the tree had at a size. */
export async function rootAt(on: Sql, communityId: string, size: number): Promise<Uint8Array> {
  const nodeAt = nodeFrom(await keptNodes(on, communityId, keptFor(treePlaces(size))));
  return hashOfRange({ from: 0, to: size }, nodeAt);
}

/** The tree, ready to grow. */
export async function growthAt(on: Sql, communityId: string, size: number): Promise<Growth> {
  const edge = edgeOf(size);
  const kept = await keptNodes(on, communityId, edge);
  const rows = edge.map(({ level }) =>
    kept.filter((node) => node.level === level).map(({ hash }) => hash),
  );
  return createGrowth(size, rows);
}
