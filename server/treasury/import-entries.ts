import type { importTreasuryEntries as contract } from "#shared/contract/treasury.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { linesOf } from "./line-store.ts";
import { readTable } from "./read-table.ts";
import { refuseSame } from "./refuse-same.ts";
import { enterAll, plain } from "./save-entries.ts";
import { databaseNow } from "../platform/now-store.ts";
import { lockTreasury } from "./store.ts";

/** Enters what a table says, all of it or nothing. */
export async function importEntries(deps: Deps, { standing, body, once }: Call<typeof contract>) {
  const { communityId } = standing;
  const { currency, csv, areOthers } = body;
  return deps.transact(async (tx) => {
    const own = await linesOf(tx.db, { communityId, currency });
    const lines = new Map(own.map(({ id, title }) => [title.toLowerCase(), id]));
    const rows = readTable(csv, { now: await databaseNow(tx.db), lines });
    await lockTreasury(tx.db, communityId);
    if (!areOthers) await refuseSame(tx.db, { communityId, currency }, rows);
    const entries = rows.map(({ at: _at, ...row }) => ({ ...plain, ...row, currency }));
    const entered = await enterAll(deps, tx, { standing, entries });
    return { entered: entered.length };
  }, once);
}
