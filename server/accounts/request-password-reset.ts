import { z } from "zod";
import type { requestPasswordReset as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { writeMail } from "./mail.ts";
import { inMail, mailTextsIn } from "./mail-texts.ts";
import { findByEmail } from "./store.ts";

/** Promises a mail. Whether there is anybody to send it to is found out after the answer. */
export async function requestPasswordReset(deps: Deps, { body }: Call<typeof contract>) {
  await deps.transact((tx) => tx.job("send-reset-link", { email: body.email }));
}

export const SendResetLink = z.object({ email: z.string() });

/** Sends the link that sets a new password, if the address is known. */
export async function sendResetLink(deps: Deps, { email }: z.infer<typeof SendResetLink>) {
  await deps.transact(async (tx) => {
    const account = await findByEmail(tx.db, email);
    if (!account) return;
    const { id: accountId, name, language } = account;
    const link = { purpose: "reset-password", accountId, newEmail: account.email } as const;
    const text = mailTextsIn(language).resetPassword({ name: inMail(name) });
    await writeMail(deps, tx, { to: account.email, link, ...text });
  });
}
