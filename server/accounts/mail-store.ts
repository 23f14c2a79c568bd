import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type MailLink, mails } from "#db/schema/accounts.ts";

export type { MailLink } from "#db/schema/accounts.ts";
export type MailRow = typeof mails.$inferSelect;

export async function saveMail(db: Db, row: typeof mails.$inferInsert): Promise<void> {
  await db.insert(mails).values(row);
}

export async function findMail(db: Db, id: string): Promise<MailRow | undefined> {
  const [row] = await db.select().from(mails).where(eq(mails.id, id));
  return row;
}

export async function deleteMail(db: Db, id: string): Promise<void> {
  await db.delete(mails).where(eq(mails.id, id));
}

/** The newest kept mails. */
export async function newestMails(db: Db, most: number): Promise<MailRow[]> {
  return db.select().from(mails).orderBy(desc(mails.createdAt), desc(mails.id)).limit(most);
}

/** Takes the links of one purpose out of mails that are not sent yet, or are kept. */
export async function unlinkMails(db: Db, accountId: string, purpose: MailLink["purpose"]) {
  await db
    .update(mails)
    .set({ link: null })
    .where(
      and(
        sql`${mails.link} ->> 'accountId' = ${accountId}`,
        sql`${mails.link} ->> 'purpose' = ${purpose}`,
      ),
    );
}

export async function forgetOldMails(db: Db, before: Date): Promise<void> {
  await db.delete(mails).where(lt(mails.createdAt, before));
}
