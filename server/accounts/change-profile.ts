import type { changeProfile as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { refuseField } from "../platform/problem.ts";
import { updateAccount } from "./store.ts";
import { viewAccount } from "./view.ts";

/** Changes the name offered to communities from now on, or the language of the interface and of mails. */
export async function changeProfile({ db }: Deps, { actor, body }: Call<typeof contract>) {
  const { name, language } = body;
  const change = { ...(name && { name }), ...(language && { language }) };
  if (Object.keys(change).length === 0) {
    refuseField("invalid-request", "name", "Give a name or a language.");
  }
  return { account: viewAccount(await updateAccount(db, actor.accountId, change)) };
}
