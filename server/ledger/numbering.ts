import { leafOf } from "#shared/ledger/entry.ts";
import { holdLedger, saveEntries, sizeOf, type Sql, waitingEntries } from "./store.ts";
import { growthAt } from "./tree.ts";

const atOnce = 2_000;

/**
 * Numbers the next acts of a community in the order of the queue, and stores what they add to the tree. To be called
 * in a transaction.
 * @returns how many; fewer than asked for where no more wait
 */
export async function numberActs(
  on: Sql,
  communityId: string,
  limit: number = atOnce,
): Promise<number> {
  await holdLedger(on, communityId);
  const size = await sizeOf(on, communityId);
  const waiting = await waitingEntries(on, communityId, { size, limit });
  if (waiting.length === 0) return 0;
  const growth = await growthAt(on, communityId, size);
  const entries = waiting.map(({ actId, place, entry }) => {
    return { actId, place, seq: entry.seq, leafHash: leafOf(entry) };
  });
  const nodes = entries.flatMap(({ leafHash }) => growth.add(leafHash));
  await saveEntries(on, communityId, { entries, nodes });
  return entries.length;
}
