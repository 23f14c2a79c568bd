import type { completeSignIn as contract } from "#shared/contract/two-steps.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { deviceHashOf } from "./device.ts";
import { isDeviceOf } from "./device-store.ts";
import { letIn } from "./enter.ts";
import { writeMail } from "./mail.ts";
import { inMail, mailTextsIn } from "./mail-texts.ts";
import { countRecoveryCodes } from "./recovery-store.ts";
import { checkProof, refuseProof } from "./second-step.ts";
import { type AccountRow, findAccount } from "./store.ts";
import { spendTicket, tryTicket } from "./ticket-store.ts";
import { addressKey, stepKey } from "./tries.ts";

const triesPerTicket = 5;

/** Signs in by the second step. Somebody else who has the password can't shut a known device out. */
export async function completeSignIn(deps: Deps, call: Call<typeof contract>) {
  const { ticket: secret, proof } = call.body;
  const now = deps.clock();
  const ticket = await tryTicket(deps.db, { secret, most: triesPerTicket, now });
  const account = ticket && (await findAccount(deps.db, ticket.accountId));
  if (!account) throw new Refusal("too-late");
  const device = deviceHashOf(deps, call.request);
  const isKnown = device !== "" && (await isDeviceOf(deps.db, account.id, device));
  const shown = await checkProof(deps, {
    accountId: account.id,
    proof,
    keys: [stepKey(account.id, isKnown ? device : ""), addressKey(call.request.ip)],
    reply: call.reply,
  });
  if (!shown) {
    if (ticket.tries >= triesPerTicket) await tellOfFailure(deps, account);
    refuseProof();
  }
  if (!(await spendTicket(deps.db, ticket.hash))) throw new Refusal("too-late");
  if (shown === "recovery-code") await tellOfRecovery(deps, account);
  return letIn(deps, call, account);
}

/** Somebody knows the password and lacks the rest. */
async function tellOfFailure(deps: Deps, { email, name, language }: AccountRow): Promise<void> {
  const text = mailTextsIn(language).secondStepFailed({ name: inMail(name) });
  await deps.transact((tx) => writeMail(deps, tx, { to: email, ...text }));
}

async function tellOfRecovery(deps: Deps, { id, email, name, language }: AccountRow) {
  const left = await countRecoveryCodes(deps.db, id);
  const text = mailTextsIn(language).recoveryCodeUsed({ name: inMail(name), left });
  await deps.transact((tx) => writeMail(deps, tx, { to: email, ...text }));
}
