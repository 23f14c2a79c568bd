import type { beginCodes as contract } from "#shared/contract/two-steps.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { saveNewApp } from "./code-app-store.ts";
import { addressOf, newSecret, typedSecret } from "./one-time-code.ts";
import { proveOwner } from "./prove-owner.ts";

/** Makes a secret for an app. This answer is the only one that ever shows it. */
export async function beginCodes(deps: Deps, call: Call<typeof contract>) {
  const { password, proof } = call.body;
  const { accountId } = call.actor;
  const { email } = await proveOwner(deps, {
    accountId,
    password,
    field: "password",
    proof,
    reply: call.reply,
  });
  const secret = newSecret(Buffer.from(deps.random.token(), "base64url"));
  const isNew = await saveNewApp(deps.db, {
    accountId,
    secret: deps.vault.seal(secret, accountId),
    createdAt: deps.clock(),
  });
  if (!isNew) throw new Refusal("codes-on");
  const uri = addressOf(secret, email);
  return { secret: typedSecret(uri), uri };
}
