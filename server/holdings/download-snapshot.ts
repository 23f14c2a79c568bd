import type { downloadSnapshot as contract } from "#shared/contract/holdings.ts";
import { amountText } from "#shared/holdings/amount.ts";
import { csvRow } from "#shared/transfer/csv.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { Download, inPieces } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { snapshotIn } from "./read-snapshots.ts";
import { balancesOf, type SnapshotIds } from "./store.ts";

const kind = { ending: "csv", type: "text/csv; charset=utf-8", plainTitle: "balances" };
const atOnce = 5_000;

/** A snapshot as a table, with what its hash can be checked by. */
export async function downloadSnapshot({ db }: Deps, { params }: Call<typeof contract>) {
  const { snapshot } = await snapshotIn(db, params);
  const rows = rowsOf(db, params, snapshot.decimals);
  return new Download(snapshot.title, kind, inPieces(rows));
}

async function* rowsOf(db: Db, ids: SnapshotIds, decimals: number): AsyncGenerator<string> {
  yield csvRow(["holder", "amount", "salt", "digest"]);
  for (let after = 0; ;) {
    const rows = await balancesOf(db, ids, { after, limit: atOnce });
    for (const { balance } of rows) {
      const { address, name, salt, digest, amount } = balance;
      yield csvRow([address ?? name, amountText(amount, decimals), salt, digest]);
    }
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.balance.place ?? after;
  }
}
