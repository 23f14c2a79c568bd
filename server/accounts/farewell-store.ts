import { eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accounts, accountTokens, mails } from "#db/schema/accounts.ts";
import type { AccountRow } from "./store.ts";

/** Every address that an account has, or has asked for. */
export async function addressesOf(db: Db, { id, email }: AccountRow): Promise<string[]> {
  const asked = await db
    .select({ email: accountTokens.newEmail })
    .from(accountTokens)
    .where(eq(accountTokens.accountId, id));
  const written = await db
    .select({ email: mails.to })
    .from(mails)
    .where(sql`${mails.link} ->> 'accountId' = ${id}`);
  const found = [...asked, ...written].flatMap((row) => (row.email === null ? [] : [row.email]));
  return [...new Set([email, ...found])];
}

/** Deletes mails to these addresses, and those that name one, as to an address of before. */
export async function deleteMailsAbout(
  db: Db,
  accountId: string,
  addresses: readonly string[],
): Promise<void> {
  const lower = addresses.map((address) => address.toLowerCase());
  await db
    .delete(mails)
    .where(
      or(
        sql`${mails.link} ->> 'accountId' = ${accountId}`,
        inArray(sql`lower(${mails.to})`, lower),
        ...lower.map((address) => sql`strpos(lower(${mails.text}), ${address}) > 0`),
      ),
    );
}

/** Deletes jobs about an account that nobody has begun; those under way will find nobody. */
export async function deleteJobsOf(db: Db, accountId: string): Promise<void> {
  await db.execute(sql`delete from graphile_worker._private_jobs
    where payload ->> 'accountId' = ${accountId} and locked_at is null`);
}

/** Deletes the account, and what goes with it by the tables' own rules. */
export async function deleteAccountRow(db: Db, accountId: string): Promise<void> {
  await db.delete(accounts).where(eq(accounts.id, accountId));
}
