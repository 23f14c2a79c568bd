import type { exportLedger as contract } from "#shared/contract/ledger.ts";
import { poolBelow } from "#db/client.ts";
import { writeExportLine } from "#shared/ledger/export-line.ts";
import {
  ledgerExportFormat,
  ledgerExportVersion,
  type LedgerHeader,
} from "#shared/ledger/export.ts";
import { toBase64 } from "#shared/merkle/bytes.ts";
import { verifierKeyOf } from "#shared/merkle/note.ts";
import type { Deps } from "../deps.ts";
import { Download, inPieces } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import {
  checkpointsAfter,
  cosignaturesOf,
  findCheckpoint,
  keysOf,
  witnessesOf,
} from "./checkpoint-store.ts";
import { ledgerKey } from "./keys.ts";
import { listEntries, type Sql, wordsOf } from "./store.ts";

const atOnce = 1_000;
const kind = { ending: "ndjson", type: "application/x-ndjson", plainTitle: "ledger" };

/** The ledger as far as it is signed, line by line: whoever has the file can verify all of it without asking anybody. */
export async function exportLedger(
  deps: Deps,
  { params, standing }: Call<typeof contract>,
): Promise<Download> {
  const { communityId } = params;
  const on = poolBelow(deps.db);
  const newest = await findCheckpoint(on, communityId);
  if (!newest) throw new Refusal("not-found", because("no-checkpoint"));
  const { size } = newest;
  const key = ledgerKey(deps, communityId);
  const header: LedgerHeader = {
    type: "header",
    format: ledgerExportFormat,
    version: ledgerExportVersion,
    communityId,
    origin: key.name,
    size,
    verifierKey: verifierKeyOf(key),
    keys: await keysOf(on, communityId),
    witnesses: (await witnessesOf(on, communityId)).map(({ verifierKey }) => verifierKey),
  };
  return new Download(`ledger ${standing.slug}`, kind, inPieces(lines(on, communityId, header)));
}

async function* lines(on: Sql, communityId: string, header: LedgerHeader): AsyncGenerator<string> {
  yield writeExportLine(header);
  const { size } = header;
  for (let first = 0; first < size; first += atOnce) {
    yield* entriesFrom(on, communityId, { first, last: Math.min(first + atOnce, size) - 1 });
  }
  for (let after = 0; after < size;) {
    const page = await checkpointsAfter(on, communityId, { after, limit: atOnce });
    const last = page.at(-1);
    if (!last) return;
    const signed = await cosignaturesOf(on, communityId, { first: after + 1, last: last.size });
    for (const checkpoint of page.filter((one) => one.size <= size)) {
      const { note, signedBy } = checkpoint;
      yield writeExportLine({ type: "checkpoint", size: checkpoint.size, signedBy, note });
      for (const one of signed.filter((other) => other.size === checkpoint.size)) {
        const { verifierKey, line } = one;
        yield writeExportLine({ type: "cosignature", size: one.size, verifierKey, line });
      }
    }
    after = last.size;
  }
}

async function* entriesFrom(
  on: Sql,
  communityId: string,
  range: { readonly first: number; readonly last: number },
): AsyncGenerator<string> {
  const filter = { ...range, newestFirst: false, limit: atOnce };
  const listed = await listEntries(on, communityId, filter);
  const words = await wordsOf(
    on,
    communityId,
    listed.map(({ actId }) => actId),
  );
  for (const { actId, entry, leafHash } of listed) {
    const told = words.get(actId) ?? [];
    yield writeExportLine({ type: "entry", entry, words: told, leafHash: toBase64(leafHash) });
  }
}
