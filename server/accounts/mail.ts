import { z } from "zod";
import type { Deps } from "../deps.ts";
import { hashSecret } from "../platform/sessions.ts";
import type { Tx } from "../platform/transact.ts";
import { deleteMail, findMail, type MailLink, type MailRow, saveMail } from "./mail-store.ts";
import { linkMark, type MailText, usedLink } from "./mail-texts.ts";
import { type Purpose, saveToken } from "./token-store.ts";
import { countTries } from "./try-store.ts";

const minute = 60_000;
const hour = 60 * minute;

/** How long a link works, and the page that it opens. */
const links: Record<Purpose, { readonly lastsMs: number; readonly page: string }> = {
  "confirm-email": { lastsMs: 48 * hour, page: "confirm-email" },
  "change-email": { lastsMs: 48 * hour, page: "confirm-email" },
  "reset-password": { lastsMs: hour, page: "reset-password" },
};

/** At most so many mails to one address in an hour, whoever asks for them. */
const mostPerHour = 6;

interface NewMail extends MailText {
  readonly to: string;
  readonly link?: MailLink;
}

/** Writes a mail in the transaction of its cause; it is sent after commit. */
export async function writeMail(deps: Deps, tx: Tx, mail: NewMail): Promise<void> {
  const [tries] = await countTries(tx.db, [`mail:${hashSecret(mail.to.toLowerCase())}`], 3_600);
  if (deps.env.RATE_LIMITS === "on" && tries && tries.count > mostPerHour) return;
  const id = deps.random.id();
  const subject = mail.subject.replace(/\s+/gu, " ");
  await saveMail(tx.db, { ...mail, id, subject, createdAt: deps.clock() });
  if (deps.mailer.sends) await tx.job("send-mail", { mailId: id });
}

export const SendMail = z.object({ mailId: z.string() });

/** Sends one mail; the queue tries again later when that fails. Its link exists from now on only. */
export async function sendMail(deps: Deps, { mailId }: z.infer<typeof SendMail>): Promise<void> {
  const mail = await findMail(deps.db, mailId);
  if (!mail) return;
  if (mail.link || !mail.text.includes(linkMark)) {
    const text = await withLink(deps, mail, {
      secret: deps.random.token(),
      site: deps.env.PUBLIC_URL ?? `http://localhost:${deps.env.PORT}`,
    });
    await deps.mailer.send({ to: mail.to, subject: mail.subject, text }).catch(tellWithoutAddress);
  }
  await deleteMail(deps.db, mailId);
}

/** Errors of mail servers name addresses, which the log and the queue must not keep. */
function tellWithoutAddress(error: unknown): never {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  throw new Error(`the mail server did not take a mail: ${String(responseCode ?? code)}`);
}

/** The text of a mail with its link, which works from then on. The database keeps a hash of it alone. */
export async function withLink(
  deps: Deps,
  { link, text, createdAt }: MailRow,
  { secret, site }: { secret: string; site: string },
): Promise<string> {
  if (!link) return text.replace(linkMark, usedLink);
  const { lastsMs, page } = links[link.purpose];
  const start = deps.mailer.sends ? deps.clock() : createdAt;
  await saveToken(deps.db, { ...link, secret, expiresAt: new Date(start.getTime() + lastsMs) });
  // Behind the #: browsers send that part to nobody, so it is in no log and no Referer.
  return text.replace(linkMark, `${site}/${page}#${secret}`);
}
