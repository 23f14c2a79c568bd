import { and, count, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { recoveryCodes } from "#db/schema/accounts.ts";

/** Puts these in place of all that there were. */
export async function replaceRecoveryCodes(db: Db, accountId: string, hashes: readonly string[]) {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  if (hashes.length === 0) return;
  await db.insert(recoveryCodes).values(hashes.map((hash) => ({ accountId, hash })));
}

/** One hash of an account's codes, which all share a salt. */
export async function anyRecoveryHash(db: Db, accountId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ hash: recoveryCodes.hash })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.accountId, accountId))
    .limit(1);
  return row?.hash;
}

/** Uses a code up; false where there is none with this hash (any more). */
export async function spendRecoveryCode(db: Db, accountId: string, hash: string) {
  const spent = await db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.hash, hash)))
    .returning({ hash: recoveryCodes.hash });
  return spent.length > 0;
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.accountId, accountId));
  return row?.left ?? 0;
}
