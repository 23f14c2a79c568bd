import { leafOf } from "#shared/ledger/entry.ts";
import type { Growth, KeptNode } from "#shared/merkle/growth.ts";
import {
  holdLedger,
  saveEntries,
  sizeOf,
  type Sql,
  type WaitingAct,
  waitingActs,
} from "./store.ts";
import { growthAt } from "./tree.ts";

const atOnce = 1_000;
/** So many pieces are numbered in one transaction at most. */
const pieces = 24;

/**
 * Numbers the next acts of a community in the order of the queue, and stores what they add to the tree. While the database
 * writes one piece, the next is hashed. To be called in a transaction.
 * @returns how many
 */
export async function numberActs(on: Sql, communityId: string): Promise<number> {
  await holdLedger(on, communityId);
  const start = await sizeOf(on, communityId);
  let next = await waitingActs(on, communityId, { after: null, limit: atOnce });
  if (next.length === 0) return 0;
  const growth = await growthAt(on, communityId, start);
  let writing: Promise<void> = Promise.resolve();
  for (let piece = 1; next.length > 0; piece += 1) {
    const last = next.at(-1)?.place ?? null;
    const isLast = next.length < atOnce || piece === pieces;
    // Asked for before this piece is written, so that it is there when that one is.
    const coming = isLast ? [] : waitingActs(on, communityId, { after: last, limit: atOnce });
    const numbered = numbersFor(growth, next);
    await writing;
    writing = saveEntries(on, communityId, numbered);
    // Whether it fails is looked at where it is awaited.
    writing.catch(() => {});
    next = await coming;
  }
  await writing;
  return growth.size - start;
}

function numbersFor(growth: Growth, acts: readonly WaitingAct[]) {
  const nodes: KeptNode[] = [];
  const first = growth.size;
  const entries = acts.map(({ actId, place, entry }) => {
    const seq = growth.size;
    const leafHash = leafOf({ seq, ...entry });
    nodes.push(...growth.add(leafHash));
    return { actId, place, leafHash };
  });
  return { first, entries, nodes };
}
