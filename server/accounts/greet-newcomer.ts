import { z } from "zod";
import type { Deps } from "../deps.ts";
import { writeMail } from "./mail.ts";
import { mailTextsIn } from "./mail-texts.ts";
import { findAccount, isOwnedByAnother } from "./store.ts";

export const GreetNewcomer = z.object({ accountId: z.string() });

/**
 * Sends the link that confirms an account's address. Where somebody else owns that address, they are
 * told instead; this happens after the answer, which therefore can't show it.
 */
export async function greetNewcomer(deps: Deps, { accountId }: z.infer<typeof GreetNewcomer>) {
  await deps.transact(async (tx) => {
    const account = await findAccount(tx.db, accountId);
    if (!account || account.emailConfirmedAt) return;
    const { email, language } = account;
    const texts = mailTextsIn(language);
    if (await isOwnedByAnother(tx.db, email, accountId)) {
      return writeMail(deps, tx, { to: email, ...texts.addressInUse() });
    }
    const link = { purpose: "confirm-email", accountId, newEmail: email } as const;
    return writeMail(deps, tx, { to: email, link, ...texts.confirmAddress() });
  });
}
