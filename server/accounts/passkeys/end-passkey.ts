import type { endPasskey as contract } from "#shared/contract/passkeys.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { Refusal } from "../../platform/problem.ts";
import { beginSession } from "../begin-session.ts";
import { cutSessions } from "../cut-sessions.ts";
import { writeMail } from "../mail.ts";
import { inMail, mailTextsIn } from "../mail-texts.ts";
import { proveOwner } from "../prove-owner.ts";
import { deletePasskey } from "./passkey-store.ts";

/** Lets a passkey open the account no more. Whoever came in by it is out: the key may be in other hands. */
export async function endPasskey(deps: Deps, call: Call<typeof contract>) {
  const { password, proof } = call.body;
  const { accountId, sessionId: but } = call.actor;
  const { email, name, language } = await proveOwner(deps, {
    accountId,
    password,
    field: "password",
    proof,
    reply: call.reply,
  });
  await deps.transact(async (tx) => {
    const id = call.params.passkeyId;
    if (!(await deletePasskey(tx.db, { id, accountId }))) throw new Refusal("not-found");
    await cutSessions(deps, tx, { accountId, but });
    const text = mailTextsIn(language).passkeyRemoved({ name: inMail(name) });
    await writeMail(deps, tx, { to: email, ...text });
  });
  await beginSession(deps, call, accountId);
}
