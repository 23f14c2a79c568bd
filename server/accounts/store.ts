import { and, asc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { knowsDevice } from "./device-store.ts";

export type AccountRow = typeof accounts.$inferSelect;
type NewAccount = typeof accounts.$inferInsert;

export async function findAccount(db: Db, id: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, id));
  return row;
}

/** The account, held until the transaction ends. */
export async function lockAccount(db: Db, id: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, id)).for("update");
  return row;
}

const isOwner = isNotNull(accounts.emailConfirmedAt);
const ownerFirst = [asc(sql`${accounts.emailConfirmedAt} is null`), asc(accounts.createdAt)];

/** The account that a mail to this address is about: its owner's, else the oldest that names it. */
export async function findByEmail(db: Db, email: string): Promise<AccountRow | undefined> {
  const [first] = await db
    .select()
    .from(accounts)
    .where(eq(accounts.email, email))
    .orderBy(...ownerFirst)
    .limit(1);
  return first;
}

/** Password hashes whose salts an address's accounts have: its owner's, and all others'. */
export async function findHashes(db: Db, email: string) {
  const oldest = (who: SQL) =>
    db
      .select({ passwordHash: accounts.passwordHash })
      .from(accounts)
      .where(and(eq(accounts.email, email), who))
      .orderBy(asc(accounts.createdAt))
      .limit(1);
  const [owner] = await oldest(isOwner);
  const [other] = await oldest(isNull(accounts.emailConfirmedAt));
  return { owners: owner?.passwordHash, others: other?.passwordHash };
}

interface Sought {
  readonly email: string;
  readonly hashes: readonly string[];
  /** Only accounts that know this device. */
  readonly onlyDevice: string | undefined;
}

/** The account of an address with one of these hashes: its owner's, else the oldest. */
export async function findByPassword(db: Db, { email, hashes, onlyDevice }: Sought) {
  const [account] = await db
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts.email, email),
        inArray(accounts.passwordHash, [...hashes]),
        onlyDevice === undefined ? undefined : knowsDevice(accounts.id, onlyDevice),
      ),
    )
    .orderBy(...ownerFirst)
    .limit(1);
  return account;
}

/** Whether an account of this address was used from this device before. */
export async function isDeviceKnown(db: Db, email: string, deviceHash: string): Promise<boolean> {
  const [known] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.email, email), knowsDevice(accounts.id, deviceHash)))
    .limit(1);
  return known !== undefined;
}

/** Whether another account has confirmed this address. */
export async function isOwnedByAnother(db: Db, email: string, accountId: string) {
  const [row] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.email, email), isOwner, ne(accounts.id, accountId)));
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

/** Whether somebody else operates this installation too. */
export async function hasOtherOperator(db: Db, accountId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.isOperator, true), ne(accounts.id, accountId)))
    .limit(1);
  return row !== undefined;
}
