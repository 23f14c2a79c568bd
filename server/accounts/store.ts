import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { knowsDevice } from "./device-store.ts";

export type AccountRow = typeof accounts.$inferSelect;
type NewAccount = typeof accounts.$inferInsert;

/** How many accounts of one address are tried at signing in: its owner's, then the oldest others. */
export const maxCandidates = 3;

export async function findAccount(db: Db, id: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, id));
  return row;
}

/** The account, held until the transaction ends. */
export async function lockAccount(db: Db, id: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, id)).for("update");
  return row;
}

/** The accounts that an address may mean, and whether each knows this device. */
export async function findCandidates(db: Db, email: string, deviceHash: string) {
  return db
    .select({ account: accounts, isKnownDevice: knowsDevice(accounts.id, deviceHash) })
    .from(accounts)
    .where(eq(accounts.email, email))
    .orderBy(asc(sql`${accounts.emailConfirmedAt} is null`), asc(accounts.createdAt))
    .limit(maxCandidates);
}

/** The account that a mail to this address is about: its owner's, else the oldest that names it. */
export async function findByEmail(db: Db, email: string): Promise<AccountRow | undefined> {
  const [first] = await findCandidates(db, email, "");
  return first?.account;
}

/** Whether another account has confirmed this address. */
export async function isOwnedByAnother(db: Db, email: string, accountId: string) {
  const [row] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.email, email),
        isNotNull(accounts.emailConfirmedAt),
        ne(accounts.id, accountId),
      ),
    );
  return row !== undefined;
}

export async function saveAccount(db: Db, row: NewAccount): Promise<AccountRow> {
  const [saved] = await db.insert(accounts).values(row).returning();
  if (!saved) throw new Error("an account was not saved");
  return saved;
}

export async function updateAccount(
  db: Db,
  id: string,
  change: Partial<Omit<NewAccount, "id" | "createdAt">>,
): Promise<AccountRow> {
  const [saved] = await db.update(accounts).set(change).where(eq(accounts.id, id)).returning();
  if (!saved) throw new Error("an account vanished");
  return saved;
}

/** Whether somebody operates this installation. When nobody does, others who ask wait for the commit. */
export async function hasOperator(db: Db): Promise<boolean> {
  if (await findOperator(db)) return true;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('folkmoot operator', 0))`);
  return findOperator(db);
}

async function findOperator(db: Db): Promise<boolean> {
  const [row] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.isOperator, true))
    .limit(1);
  return row !== undefined;
}
