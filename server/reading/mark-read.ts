import type { markDebateRead as contract } from "#shared/contract/reading.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { placeIn } from "./reader.ts";
import { moveMarker } from "./store.ts";

/** Notes how far one has read. */
export async function markRead(deps: Deps, call: Call<typeof contract>) {
  const { place } = await placeIn(deps, call);
  return deps.transact(async (tx) => {
    const upTo = await moveMarker(tx.db, place, new Date(call.body.upTo));
    return { readUpTo: upTo.toISOString() };
  }, call.once);
}
