import type { endIdentity as contract } from "#shared/contract/provider.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { Refusal } from "../../platform/problem.ts";
import { beginSession } from "../begin-session.ts";
import { cutSessions } from "../cut-sessions.ts";
import { writeMail } from "../mail.ts";
import { inMail, mailTextsIn } from "../mail-texts.ts";
import { proveOwner } from "../prove-owner.ts";
import { deleteIdentity } from "./identity-store.ts";

/** Ends one way in. As it takes the password, another one is always left. */
export async function endIdentity(deps: Deps, call: Call<typeof contract>) {
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
    const id = call.params.identityId;
    if (!(await deleteIdentity(tx.db, { accountId, id }))) throw new Refusal("not-found");
    await cutSessions(deps, tx, { accountId, but });
    const text = mailTextsIn(language).identityRemoved({ name: inMail(name) });
    await writeMail(deps, tx, { to: email, ...text });
  });
  await beginSession(deps, call, accountId);
}
