import type { changePassword as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { beginSession } from "./begin-session.ts";
import { refuseGuessable } from "./password.ts";
import { proveOwner } from "./prove-owner.ts";
import { setPassword } from "./set-password.ts";

/** Changes one's password. All sessions end; this browser goes on in a new one. */
export async function changePassword(deps: Deps, call: Call<typeof contract>) {
  const { currentPassword, newPassword } = call.body;
  const { accountId, sessionId: but } = call.actor;
  const account = await proveOwner(deps, {
    accountId,
    password: currentPassword,
    field: "currentPassword",
    reply: call.reply,
  });
  refuseGuessable("newPassword", newPassword, [account.name, account.email]);
  await deps.transact((tx) => setPassword(deps, tx, { account, password: newPassword, but }));
  await beginSession(deps, call, accountId);
}
