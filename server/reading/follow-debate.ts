import type { followDebate as contract } from "#shared/contract/reading.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { placeIn } from "./reader.ts";
import { saveStance } from "./store.ts";

/** Chooses what one is told of a debate. */
export async function followDebate(deps: Deps, call: Call<typeof contract>): Promise<undefined> {
  const { place } = await placeIn(deps, call);
  await deps.transact((tx) => saveStance(tx.db, place, call.body.stance), call.once);
}
