import type { Deps } from "../deps.ts";
import type { Tx } from "../platform/transact.ts";
import { cutSessions } from "./cut-sessions.ts";
import { forgetDevicesOf } from "./device-store.ts";
import { writeMail } from "./mail.ts";
import { unlinkMails } from "./mail-store.ts";
import { inMail, mailTextsIn } from "./mail-texts.ts";
import { hashBeside } from "./password.ts";
import { type AccountRow, updateAccount } from "./store.ts";
import { cancelTickets } from "./ticket-store.ts";
import { cancelTokens, type Purpose } from "./token-store.ts";

const endedBy: readonly Purpose[] = ["reset-password", "change-email"];

interface NewPassword {
  readonly account: AccountRow;
  readonly password: string;
  /** The session (public id) that goes on. */
  readonly but?: string;
}

/**
 * Gives an account a new password. Everything that the old one opened ends with it: sessions, known
 * devices, sign-ins that wait for their second step, and the links that were on their way.
 */
export async function setPassword(deps: Deps, tx: Tx, of: NewPassword) {
  const { id, email, name, language } = of.account;
  const passwordHash = await hashBeside(of.account.passwordHash, of.password);
  await updateAccount(tx.db, id, { passwordHash });
  await cutSessions(deps, tx, { accountId: id, but: of.but });
  await cancelTickets(tx.db, id);
  await forgetDevicesOf(tx.db, id);
  for (const purpose of endedBy) {
    await cancelTokens(tx.db, id, purpose);
    await unlinkMails(tx.db, id, purpose);
  }
  const text = mailTextsIn(language).passwordChanged({ name: inMail(name) });
  await writeMail(deps, tx, { to: email, ...text });
}
