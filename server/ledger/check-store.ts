import { rowsOf, type Sql } from "./store.ts";

/** Acts that have no number and wait for none: somebody took them out of the queue, or never put them in. */
export async function unnumberedActs(on: Sql, communityId: string): Promise<number> {
  const [row] = await rowsOf<{ acts: string; known: string }>(
    on,
    `select (select count(*) from ledger_acts where community_id = $1) as acts,
       (select count(*) from ledger_entries where community_id = $1)
       + (select count(*) from ledger_queue where community_id = $1) as known`,
    [communityId],
  );
  return Number(row?.acts ?? 0) - Number(row?.known ?? 0);
}

/** Which keys of its own the ledger says were put aside for which. */
export function keyChanges(on: Sql, communityId: string): Promise<{ from: string; to: string }[]> {
  return rowsOf(
    on,
    `select payload ->> 'from' as from, payload ->> 'to' as to from ledger_acts
     where community_id = $1 and kind = 'ledger.key-rotated'`,
    [communityId],
  );
}
