import type { Deps } from "../deps.ts";
import { deleteSessionsOf } from "../platform/session-store.ts";
import type { Tx } from "../platform/transact.ts";
import { forgetDevicesOf } from "./device-store.ts";
import { writeMail } from "./mail.ts";
import { unlinkMails } from "./mail-store.ts";
import { inMail, mailTextsIn } from "./mail-texts.ts";
import { hashBeside } from "./password.ts";
import { type AccountRow, updateAccount } from "./store.ts";
import { cancelTokens, type Purpose } from "./token-store.ts";

const endedBy: readonly Purpose[] = ["reset-password", "change-email"];

/**
 * Gives an account a new password. Everything that the old one opened ends with it: sessions, known
 * devices, and the links that were on their way.
 */
export async function setPassword(
  deps: Deps,
  tx: Tx,
  of: { account: AccountRow; password: string },
) {
  const { id, email, name, language } = of.account;
  const passwordHash = await hashBeside(of.account.passwordHash, of.password);
  await updateAccount(tx.db, id, { passwordHash });
  await deleteSessionsOf(tx.db, id);
  await forgetDevicesOf(tx.db, id);
  for (const purpose of endedBy) {
    await cancelTokens(tx.db, id, purpose);
    await unlinkMails(tx.db, id, purpose);
  }
  const text = mailTextsIn(language).passwordChanged({ name: inMail(name) });
  await writeMail(deps, tx, { to: email, ...text });
  tx.afterCommit(() => {
    deps.sessions.forget();
    deps.hub.cutAccount(id);
  });
}
