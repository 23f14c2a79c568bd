import type { listLedgerEntries as contract } from "#shared/contract/ledger.ts";
import { poolBelow } from "#db/client.ts";
import { toBase64 } from "#shared/merkle/bytes.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { listEntries, peopleIn, sizeOf, wordsOf } from "./store.ts";

/** Entries with what they commit to, so that whoever reads them can check every hash. */
export async function listLedger({ db }: Deps, { params, query }: Call<typeof contract>) {
  const { communityId } = params;
  const on = poolBelow(db);
  const size = await sizeOf(on, communityId);
  const { start: first, end = size - 1, order, limit, ...filter } = query;
  const newestFirst = order === "newest";
  const last = Math.min(end, size - 1);
  const some = await listEntries(on, communityId, {
    ...filter,
    first,
    last,
    newestFirst,
    limit: limit + 1,
  });
  const listed = some.slice(0, limit);
  const words = await wordsOf(
    on,
    communityId,
    listed.map(({ actId }) => actId),
  );
  const named = listed.flatMap(({ entry: { actor, subject } }) => [actor ?? subject, subject]);
  return {
    items: listed.map(({ actId, entry, leafHash }) => {
      return { entry, leafHash: toBase64(leafHash), words: words.get(actId) ?? [] };
    }),
    next: some.at(limit)?.entry.seq ?? null,
    size,
    people: await peopleIn(on, communityId, [...new Set(named)]),
  };
}
