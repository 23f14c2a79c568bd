import type { endCodes as contract } from "#shared/contract/two-steps.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { beginSession } from "./begin-session.ts";
import { deleteApp } from "./code-app-store.ts";
import { writeMail } from "./mail.ts";
import { inMail, mailTextsIn } from "./mail-texts.ts";
import { proveOwner } from "./prove-owner.ts";
import { replaceRecoveryCodes } from "./recovery-store.ts";
import { hasSecondStep } from "./second-step.ts";

/** Has no codes asked for any more. Recovery codes go with the last thing that they stood in for. */
export async function endCodes(deps: Deps, call: Call<typeof contract>) {
  const { password, proof } = call.body;
  const { accountId } = call.actor;
  const { email, name, language } = await proveOwner(deps, {
    accountId,
    password,
    field: "password",
    proof,
    reply: call.reply,
  });
  await deps.transact(async (tx) => {
    if (!(await deleteApp(tx.db, accountId))) throw new Refusal("not-found");
    if (!(await hasSecondStep(tx.db, accountId))) {
      await replaceRecoveryCodes(tx.db, accountId, []);
    }
    const text = mailTextsIn(language).secondStepRemoved({ name: inMail(name) });
    await writeMail(deps, tx, { to: email, ...text });
  });
  await beginSession(deps, call, accountId);
}
