import type { Deps } from "../deps.ts";
import { Refusal } from "../platform/problem.ts";
import { hashSecret } from "../platform/sessions.ts";
import type { Tx } from "../platform/transact.ts";
import { cutSessions } from "./cut-sessions.ts";
import { addressesOf, deleteAccountRow, deleteJobsOf, deleteMailsAbout } from "./farewell-store.ts";
import { type AccountRow, lockAccount } from "./store.ts";
import { accountKey, sessionKey, stepKey } from "./tries.ts";
import { forgetTries } from "./try-store.ts";

/** The account, held until commit. Of two who delete it at the same time, the second finds nothing. */
export async function heldAccount({ db }: Tx, accountId: string): Promise<AccountRow> {
  const account = await lockAccount(db, accountId);
  if (!account) throw new Refusal("sign-in-required");
  return account;
}

/**
 * Forgets an account with all that hangs on it: sessions, devices, links, second steps, mails that
 * wait and jobs that would write some. Whatever others keep of it must be gone before.
 */
export async function forgetAccount(deps: Deps, tx: Tx, account: AccountRow): Promise<void> {
  const { id, email } = account;
  const addresses = await addressesOf(tx.db, account);
  await deleteMailsAbout(tx.db, id, addresses);
  await deleteJobsOf(tx.db, id);
  const mailKeys = addresses.map((address) => `mail:${hashSecret(address.toLowerCase())}`);
  for (const key of [accountKey(email), sessionKey(id), stepKey(id, "session"), ...mailKeys]) {
    await forgetTries(tx.db, key);
  }
  await cutSessions(deps, tx, { accountId: id });
  await deleteAccountRow(tx.db, id);
  tx.afterCommit(() => deps.hub.cutAccount(id));
}
