import type { readLedgerCheckpoint as contract } from "#shared/contract/ledger.ts";
import { poolBelow } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import { Download } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { cosignaturesOf, findCheckpoint } from "./checkpoint-store.ts";

const kind = {
  ending: "txt",
  type: "text/plain; charset=utf-8",
  plainTitle: "checkpoint",
  headers: { "content-disposition": "inline", "cache-control": "no-cache" },
};

/** The note as it was signed; what witnesses signed stands below. */
export async function readCheckpoint({ db }: Deps, { params, query }: Call<typeof contract>) {
  const { communityId } = params;
  const on = poolBelow(db);
  const checkpoint = await findCheckpoint(on, communityId, query.size);
  if (!checkpoint) throw new Refusal("not-found", because("no-checkpoint"));
  const { size, note } = checkpoint;
  const seen = await cosignaturesOf(on, communityId, { first: size, last: size });
  const lines = seen.map(({ line }) => `${line}\n`);
  return new Download("checkpoint", kind, whole([note, ...lines].join("")));
}

// oxlint-disable-next-line require-await -- what is sent comes piece by piece, and this is one
async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}
