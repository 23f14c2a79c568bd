import { and, eq, gt, inArray, isNull, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accountTokens, type MailLink } from "#db/schema/accounts.ts";
import { hashSecret } from "../platform/sessions.ts";

export type Purpose = MailLink["purpose"];

interface NewToken extends MailLink {
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Makes a link work; does nothing when it is known already. */
export async function saveToken(db: Db, { secret, ...token }: NewToken): Promise<void> {
  await db
    .insert(accountTokens)
    .values({ hash: hashSecret(secret), ...token })
    .onConflictDoNothing();
}

/** Uses a link up, and every other of the same purpose with it; undefined when it is no good. */
export async function redeemToken(
  db: Db,
  { secret, purposes, now }: { secret: string; purposes: readonly Purpose[]; now: Date },
) {
  const [token] = await db
    .update(accountTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(accountTokens.hash, hashSecret(secret)),
        inArray(accountTokens.purpose, [...purposes]),
        isNull(accountTokens.usedAt),
        gt(accountTokens.expiresAt, now),
      ),
    )
    .returning();
  if (token) await cancelTokens(db, token.accountId, token.purpose);
  return token;
}

/** Makes the unused links of one purpose useless. */
export async function cancelTokens(db: Db, accountId: string, purpose: Purpose): Promise<void> {
  await db
    .delete(accountTokens)
    .where(
      and(
        eq(accountTokens.accountId, accountId),
        eq(accountTokens.purpose, purpose),
        isNull(accountTokens.usedAt),
      ),
    );
}

export async function forgetOldTokens(db: Db, now: Date): Promise<void> {
  await db.delete(accountTokens).where(lt(accountTokens.expiresAt, now));
}
