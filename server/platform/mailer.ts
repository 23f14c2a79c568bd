import { createTransport } from "nodemailer";
import type { Env } from "../env.ts";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** False when no mail server is set, so that mails stay in the mailbox page. */
  readonly sends: boolean;
  /** Hands a mail to the mail server. Called by the job that empties the table of mails. */
  send(mail: Mail): Promise<void>;
}

/** Sends by SMTP where `SMTP_URL` is set; otherwise mails are read on the mailbox page. */
export function createMailer({ SMTP_URL, MAIL_FROM }: Env): Mailer {
  if (SMTP_URL === undefined) return { sends: false, send: async () => {} };
  const transport = createTransport(SMTP_URL);
  return {
    sends: true,
    async send({ to, subject, text }) {
      await transport.sendMail({ from: MAIL_FROM, to, subject, text });
    },
  };
}
