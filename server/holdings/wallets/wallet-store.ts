import { and, asc, count, eq, gt, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { walletChallenges, wallets } from "#db/schema/holdings.ts";
import { hashSecret } from "../../platform/sessions.ts";

export type WalletRow = typeof wallets.$inferSelect;

interface Challenge {
  readonly nonce: string;
  readonly accountId: string;
}

export async function saveWalletChallenge(
  db: Db,
  challenge: Challenge & { readonly message: string; readonly expiresAt: Date },
): Promise<void> {
  const { nonce, accountId, message, expiresAt } = challenge;
  const [hash, messageHash] = [hashSecret(nonce), hashSecret(message)];
  await db.insert(walletChallenges).values({ hash, accountId, messageHash, expiresAt });
}

/** Uses a nonce up, and gives the hash of its message; undefined when it was used, has expired, or is another's. */
export async function spendWalletChallenge(
  db: Db,
  { nonce, accountId, now }: Challenge & { readonly now: Date },
): Promise<string | undefined> {
  const [spent] = await db
    .delete(walletChallenges)
    .where(
      and(
        eq(walletChallenges.hash, hashSecret(nonce)),
        eq(walletChallenges.accountId, accountId),
        gt(walletChallenges.expiresAt, now),
      ),
    )
    .returning({ messageHash: walletChallenges.messageHash });
  return spent?.messageHash;
}

export async function forgetOldWalletChallenges(db: Db, now: Date): Promise<void> {
  await db.delete(walletChallenges).where(lt(walletChallenges.expiresAt, now));
}

/** The addresses of an account, the oldest first. */
export async function walletsOf(db: Db, accountId: string): Promise<WalletRow[]> {
  return db
    .select()
    .from(wallets)
    .where(eq(wallets.accountId, accountId))
    .orderBy(asc(wallets.provenAt), asc(wallets.id));
}

export async function countWallets(db: Db, accountId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(wallets)
    .where(eq(wallets.accountId, accountId));
  return row?.count ?? 0;
}

/** Keeps an address as this account's; undefined where it is some account's already. */
export async function saveWallet(
  db: Db,
  row: typeof wallets.$inferInsert,
): Promise<WalletRow | undefined> {
  const [saved] = await db.insert(wallets).values(row).onConflictDoNothing().returning();
  return saved;
}

export async function deleteWallet(
  db: Db,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<boolean> {
  const deleted = await db
    .delete(wallets)
    .where(and(eq(wallets.id, id), eq(wallets.accountId, accountId)))
    .returning({ id: wallets.id });
  return deleted.length > 0;
}
