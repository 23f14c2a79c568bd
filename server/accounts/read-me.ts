import type { readMe as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { findAccount } from "./store.ts";
import { viewAccount } from "./view.ts";

/** Who is signed in. */
export async function readMe({ db, clock }: Deps, { actor }: Call<typeof contract>) {
  const row = actor.kind === "account" ? await findAccount(db, actor.accountId) : undefined;
  return { account: row ? viewAccount(row) : null, serverTime: clock().toISOString() };
}
