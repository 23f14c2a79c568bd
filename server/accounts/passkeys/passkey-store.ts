import { and, asc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { passkeyChallenges, passkeys } from "#db/schema/accounts.ts";
import { hashSecret } from "../../platform/sessions.ts";

export type PasskeyRow = typeof passkeys.$inferSelect;

interface Challenge {
  readonly challenge: string;
  /** Who makes a key; null where somebody signs in. */
  readonly accountId: string | null;
}

export async function saveChallenge(
  db: Db,
  { challenge, accountId, expiresAt }: Challenge & { readonly expiresAt: Date },
): Promise<void> {
  await db.insert(passkeyChallenges).values({ hash: hashSecret(challenge), accountId, expiresAt });
}

/** Uses a challenge up; false when it was used already, has expired, or was another's. */
export async function spendChallenge(
  db: Db,
  { challenge, accountId, now }: Challenge & { readonly now: Date },
): Promise<boolean> {
  const spent = await db
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.hash, hashSecret(challenge)),
        accountId === null
          ? isNull(passkeyChallenges.accountId)
          : eq(passkeyChallenges.accountId, accountId),
        gt(passkeyChallenges.expiresAt, now),
      ),
    )
    .returning({ hash: passkeyChallenges.hash });
  return spent.length > 0;
}

export async function forgetOldChallenges(db: Db, now: Date): Promise<void> {
  await db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, now));
}

/** The passkeys of an account, the oldest first. */
export async function passkeysOf(db: Db, accountId: string): Promise<PasskeyRow[]> {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

export async function findPasskey(db: Db, credentialId: string): Promise<PasskeyRow | undefined> {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId));
  return row;
}

/** Keeps a passkey; undefined where its id is known already. */
export async function savePasskey(
  db: Db,
  row: typeof passkeys.$inferInsert,
): Promise<PasskeyRow | undefined> {
  const [saved] = await db.insert(passkeys).values(row).onConflictDoNothing().returning();
  return saved;
}

/** Notes a use; false where the count did not go on: then the key was copied, or this use was told twice. */
export async function notePasskeyUse(
  db: Db,
  { id, counter, now }: { readonly id: string; readonly counter: number; readonly now: Date },
): Promise<boolean> {
  const noted = await db
    .update(passkeys)
    .set({ counter, lastUsedAt: now })
    .where(
      and(
        eq(passkeys.id, id),
        or(lt(passkeys.counter, counter), and(eq(passkeys.counter, 0), sql`${counter} = 0`)),
      ),
    )
    .returning({ id: passkeys.id });
  return noted.length > 0;
}

/** Forgets a passkey of an account; false where there is none. */
export async function deletePasskey(
  db: Db,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<boolean> {
  const deleted = await db
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
    .returning({ id: passkeys.id });
  return deleted.length > 0;
}

export async function deletePasskeysOf(db: Db, accountId: string): Promise<void> {
  await db.delete(passkeys).where(eq(passkeys.accountId, accountId));
}
