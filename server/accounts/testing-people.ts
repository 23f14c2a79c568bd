import { setTimeout as sleep } from "node:timers/promises";
import { confirmEmail, readMailbox, signIn, signUp } from "#shared/contract/accounts.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";
import { openSignUpForm } from "./sign-up-form.ts";

export const goodPassword = "seven wet lanterns hum";

/** A form to sign up that has been open for some seconds. */
export async function formOf({ deps }: TestServer, seconds = 10): Promise<string> {
  const openedAt = new Date(deps.clock().getTime() - seconds * 1_000);
  return (await openSignUpForm({ ...deps, clock: () => openedAt })).form;
}

/** Somebody who has just signed up, on a browser of their own. */
export async function newcomer(server: TestServer, email: string, name = "Nova"): Promise<Person> {
  const person = server.visitor();
  const form = await formOf(server);
  await person.call(signUp, { body: { email, name, password: goodPassword, form } });
  return person;
}

/** Somebody whose address is confirmed by the link in the mail. */
export async function confirmed(server: TestServer, email: string, name?: string): Promise<Person> {
  const person = await newcomer(server, email, name);
  const token = await tokenFor(server, { email, subject: /Confirm your address/ });
  await person.call(confirmEmail, { body: { token } });
  return person;
}

/** The same person on another device. */
export async function another(
  server: TestServer,
  email: string,
  password = goodPassword,
): Promise<Person> {
  const person = server.visitor();
  await person.call(signIn, { body: { email, password } });
  return person;
}

/** The mails to one address on the mailbox page, the newest first. */
export async function mailsTo(server: TestServer, email: string) {
  const { mails } = await server.visitor().call(readMailbox, {});
  return mails.filter(({ to }) => to === email);
}

/** Waits for a mail, as mails are written after the answer. */
export async function mailFor(server: TestServer, sought: { email: string; subject: RegExp }) {
  for (let tries = 0; tries < 200; tries += 1) {
    const mails = await mailsTo(server, sought.email);
    const mail = mails.find(({ subject }) => sought.subject.test(subject));
    if (mail) return mail;
    await sleep(25);
  }
  throw new Error(`no mail to ${sought.email} with the subject ${sought.subject}`);
}

export async function tokenFor(server: TestServer, sought: { email: string; subject: RegExp }) {
  return tokenIn((await mailFor(server, sought)).text);
}

export function tokenIn(text: string): string {
  const token = /#([\w-]{43})\s/.exec(text)?.[1];
  if (token === undefined) throw new Error(`no link in: ${text}`);
  return token;
}

/** Everything that the database holds, as text. */
export async function dump(server: TestServer): Promise<string> {
  const tables = await server.sql<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
     where relkind in ('r', 'p') and nspname not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await server.sql<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(...rows.map(({ row }) => row));
  }
  return parts.join("\n");
}

/** Waits until all jobs that were asked for are done. */
export async function jobsDone(server: TestServer): Promise<void> {
  const due = "select from graphile_worker.jobs where run_at <= now()";
  while ((await server.sql(due)).length > 0) await sleep(25);
}
