import { and, desc, eq, lt, notInArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { knownDevices } from "#db/schema/accounts.ts";

const keptPerAccount = 20;

/** What a device is known by to one account: the hash of its secret, hashed again with the account. */
const pairing = (accountId: PgColumn | string, deviceHash: string) =>
  sql`encode(sha256(convert_to(${deviceHash} || ${accountId}::text, 'UTF8')), 'hex')`;

/** As a condition on accounts: whether that account was used from this device before. */
export function knowsDevice(accountId: PgColumn, deviceHash: string) {
  return sql<boolean>`exists (select from ${knownDevices}
    where ${knownDevices.hash} = ${pairing(accountId, deviceHash)})`;
}

/** Whether an account was used from this device before. */
export async function isDeviceOf(db: Db, accountId: string, deviceHash: string): Promise<boolean> {
  const [known] = await db
    .select({ hash: knownDevices.hash })
    .from(knownDevices)
    .where(eq(knownDevices.hash, pairing(accountId, deviceHash)));
  return known !== undefined;
}

/** Keeps a device; the oldest beyond 20 of the account are forgotten. */
export async function rememberDevice(db: Db, accountId: string, deviceHash: string): Promise<void> {
  await db
    .insert(knownDevices)
    .values({ hash: pairing(accountId, deviceHash), accountId })
    .onConflictDoNothing();
  const newest = db
    .select({ hash: knownDevices.hash })
    .from(knownDevices)
    .where(eq(knownDevices.accountId, accountId))
    .orderBy(desc(knownDevices.createdAt))
    .limit(keptPerAccount);
  await db
    .delete(knownDevices)
    .where(and(eq(knownDevices.accountId, accountId), notInArray(knownDevices.hash, newest)));
}

export async function forgetDevicesOf(db: Db, accountId: string): Promise<void> {
  await db.delete(knownDevices).where(eq(knownDevices.accountId, accountId));
}

export async function forgetOldDevices(db: Db, before: Date): Promise<void> {
  await db.delete(knownDevices).where(lt(knownDevices.createdAt, before));
}
