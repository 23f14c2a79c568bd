import type { confirmEmail as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal, sqlState } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { enter, letIn } from "./enter.ts";
import { writeMail } from "./mail.ts";
import { unlinkMails } from "./mail-store.ts";
import { inMail, mailTextsIn } from "./mail-texts.ts";
import { type AccountRow, lockAccount, updateAccount } from "./store.ts";
import { redeemToken } from "./token-store.ts";

const purposes = ["confirm-email", "change-email"] as const;

/**
 * Confirms an address, a new account's or a changed one, and signs in: only its owner has the link.
 * A second step is asked for all the same, unless it was shown for the session that is here.
 */
export async function confirmEmail(deps: Deps, call: Call<typeof contract>) {
  const secret = call.body.token;
  const confirmed = await deps
    .transact((tx) => confirm(deps, tx, secret))
    .catch((error: unknown) => {
      // Of those who name one address the first to confirm it owns it.
      throw sqlState(error) === "23505" ? new Refusal("e-mail-taken") : error;
    });
  deps.sessions.forget();
  const { actor } = call;
  const isHere = actor.kind === "account" && actor.accountId === confirmed.id;
  return isHere ? letIn(deps, call, confirmed) : enter(deps, call, confirmed);
}

async function confirm(deps: Deps, tx: Tx, secret: string): Promise<AccountRow> {
  const now = deps.clock();
  const token = await redeemToken(tx.db, { secret, purposes, now });
  const before = token && (await lockAccount(tx.db, token.accountId));
  if (!before || !token.newEmail) throw new Refusal("token-invalid");
  const isChange = token.purpose === "change-email";
  const isSame = token.newEmail.toLowerCase() === before.email.toLowerCase();
  // The account has another address meanwhile: this link is about one that it no longer has.
  if (!isChange && !isSame) throw new Refusal("token-invalid");
  await unlinkMails(tx.db, before.id, token.purpose);
  const after = await updateAccount(tx.db, before.id, {
    email: token.newEmail,
    emailConfirmedAt: now,
  });
  if (isChange && !isSame) await tellOldAddress(deps, tx, { before, after });
  return after;
}

async function tellOldAddress(
  deps: Deps,
  tx: Tx,
  change: { before: AccountRow; after: AccountRow },
) {
  const { email, name, language } = change.before;
  const newEmail = change.after.email;
  const text = mailTextsIn(language).newAddressTaken({ name: inMail(name), newEmail });
  await writeMail(deps, tx, { to: email, ...text });
}
