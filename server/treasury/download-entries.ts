import type { downloadTreasuryEntries as contract } from "#shared/contract/treasury.ts";
import { type Cell, csvRow } from "#shared/transfer/csv.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { Download, inPieces } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { entriesOf, type ListedEntry, type Wanted } from "./store.ts";

const kind = { ending: "csv", type: "text/csv; charset=utf-8", plainTitle: "treasury" };
const atOnce = 2_000;

/** The columns, in their order, with what stands in them. */
const columns: Readonly<Record<string, (listed: ListedEntry) => Cell>> = {
  day: ({ entry }) => entry.day,
  kind: ({ entry }) => entry.kind,
  amount: ({ entry }) => hundredths(entry.amount),
  currency: ({ entry }) => entry.currency,
  party: ({ entry }) => entry.party,
  what: ({ entry }) => entry.what,
  state: ({ entry }) => entry.settledAs ?? "waiting",
  line: ({ line }) => line?.title ?? null,
  commitment: ({ commitment }) => commitment?.title ?? null,
  document: ({ entry }) => entry.documentTitle,
  address: ({ entry }) => entry.documentUrl,
  sha256: ({ entry }) => entry.documentHash,
  "entered-by": ({ enteredBy }) => enteredBy.name,
  entered: ({ entry }) => entry.createdAt.toISOString(),
  "settled-by": ({ settledBy }) => settledBy?.name ?? null,
  settled: ({ entry }) => entry.settledAt?.toISOString() ?? null,
  reason: ({ entry }) => entry.reason,
  id: ({ entry }) => entry.id,
  reverses: ({ entry }) => entry.reversesId,
};

/** A number to spreadsheets, below zero too; as numbers are written, it has the two decimals that it should have. */
const hundredths = (amount: number): Cell => amount / 100;

/** Every entry that is wanted as a row of a table, read page by page while it is sent. */
export async function downloadEntries(
  { db }: Deps,
  { standing, params, query }: Call<typeof contract>,
): Promise<Download> {
  const rows = rowsOf(db, { ...query, communityId: params.communityId });
  return new Download(`treasury ${standing.slug}`, kind, inPieces(rows));
}

async function* rowsOf(db: Db, wanted: Wanted): AsyncGenerator<string> {
  yield csvRow(Object.keys(columns));
  for (let before: string | null = null; ;) {
    const rows: ListedEntry[] = await entriesOf(db, wanted, { before, limit: atOnce });
    for (const row of rows) yield csvRow(Object.values(columns).map((cellOf) => cellOf(row)));
    if (rows.length < atOnce) return;
    before = rows.at(-1)?.entry.id ?? null;
  }
}
