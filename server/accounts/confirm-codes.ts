import type { confirmCodes as contract } from "#shared/contract/two-steps.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { beginSession } from "./begin-session.ts";
import { confirmApp, findApp } from "./code-app-store.ts";
import { cutSessions } from "./cut-sessions.ts";
import { writeMail } from "./mail.ts";
import { inMail, mailTextsIn } from "./mail-texts.ts";
import { newRecoveryCodes } from "./recovery-codes.ts";
import { countRecoveryCodes, replaceRecoveryCodes } from "./recovery-store.ts";
import { spendCodeOf } from "./second-step.ts";
import { lockAccount } from "./store.ts";

const setupLastsMs = 15 * 60_000;

/**
 * Has codes asked for from now on, as a first one has shown that the app has the secret. Sessions
 * that began without a second step end; this browser goes on in a new one.
 */
export async function confirmCodes(deps: Deps, call: Call<typeof contract>) {
  const { accountId, sessionId: but } = call.actor;
  const now = deps.clock();
  const app = await findApp(deps.db, accountId);
  if (!app || now.getTime() - app.createdAt.getTime() > setupLastsMs) throw new Refusal("too-late");
  if (app.confirmedAt !== null) throw new Refusal("codes-on");
  if (!(await spendCodeOf(deps, app, call.body.code.replaceAll(/[ -]/g, "")))) {
    refuseField("code-wrong", "code", because("not-your-code"));
  }
  const made = await newRecoveryCodes(deps.random);
  const recoveryCodes = await deps.transact(async (tx) => {
    const account = await lockAccount(tx.db, accountId);
    if (!account) throw new Refusal("sign-in-required");
    await confirmApp(tx.db, accountId, now);
    await cutSessions(deps, tx, { accountId, but });
    const { email, name, language } = account;
    const text = mailTextsIn(language).secondStepAdded({ name: inMail(name) });
    await writeMail(deps, tx, { to: email, ...text });
    if ((await countRecoveryCodes(tx.db, accountId)) > 0) return [];
    await replaceRecoveryCodes(tx.db, accountId, made.hashes);
    return made.codes;
  });
  await beginSession(deps, call, accountId);
  return { recoveryCodes };
}
