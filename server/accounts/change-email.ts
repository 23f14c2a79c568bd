import { z } from "zod";
import type { changeEmail as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import type { Tx } from "../platform/transact.ts";
import { writeMail } from "./mail.ts";
import { unlinkMails } from "./mail-store.ts";
import { inMail, mailTextsIn } from "./mail-texts.ts";
import { proveOwner } from "./prove-owner.ts";
import { type AccountRow, findAccount, isOwnedByAnother } from "./store.ts";
import { cancelTokens } from "./token-store.ts";

/** Asks for another address. It counts once it is confirmed from there; the old one is told. */
export async function changeEmail(deps: Deps, { actor, body, reply }: Call<typeof contract>) {
  const { email, password } = body;
  const { accountId } = actor;
  await proveOwner(deps, { accountId, password, field: "password", reply });
  await deps.transact((tx) => tx.job("ask-new-address", { accountId, email }));
}

export const AskNewAddress = z.object({ accountId: z.string(), email: z.string() });

/** Writes to both addresses, or to the owner of the new one that somebody tried to take it. */
export async function askNewAddress(deps: Deps, asked: z.infer<typeof AskNewAddress>) {
  await deps.transact(async (tx) => {
    const account = await findAccount(tx.db, asked.accountId);
    if (!account) return;
    // The link asked for last is the only one that works.
    await cancelTokens(tx.db, account.id, "change-email");
    await unlinkMails(tx.db, account.id, "change-email");
    await writeToNewAddress(deps, tx, { account, email: asked.email });
    if (account.emailConfirmedAt === null) return;
    const { name, language } = account;
    const texts = mailTextsIn(language);
    await writeMail(deps, tx, {
      to: account.email,
      ...texts.newAddressAsked({ name: inMail(name), newEmail: asked.email }),
    });
  });
}

async function writeToNewAddress(deps: Deps, tx: Tx, to: { account: AccountRow; email: string }) {
  const { id: accountId, name, language } = to.account;
  const texts = mailTextsIn(language);
  if (await isOwnedByAnother(tx.db, to.email, accountId)) {
    return writeMail(deps, tx, { to: to.email, ...texts.addressInUse() });
  }
  const link = { purpose: "change-email", accountId, newEmail: to.email } as const;
  const text = texts.confirmNewAddress({ name: inMail(name) });
  return writeMail(deps, tx, { to: to.email, link, ...text });
}
