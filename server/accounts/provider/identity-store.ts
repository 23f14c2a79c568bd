import { and, asc, eq, gt, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { identities, providerFlows } from "#db/schema/identities.ts";
import { hashSecret } from "../../platform/sessions.ts";

export type IdentityRow = typeof identities.$inferSelect;

export async function identitiesOf(db: Db, accountId: string): Promise<IdentityRow[]> {
  return db
    .select()
    .from(identities)
    .where(eq(identities.accountId, accountId))
    .orderBy(asc(identities.createdAt), asc(identities.id));
}

interface Person {
  readonly issuer: string;
  readonly subject: string;
}

const isOf = ({ issuer, subject }: Person) =>
  and(eq(identities.issuer, issuer), eq(identities.subject, subject));

/** Whose account somebody opens, if any; notes that it was used. */
export async function noteIdentityUse(db: Db, person: Person, now: Date) {
  const [used] = await db
    .update(identities)
    .set({ lastUsedAt: now })
    .where(isOf(person))
    .returning({ accountId: identities.accountId });
  return used?.accountId;
}

/** Has somebody open an account; false where they open another one, or this one, already. */
export async function saveIdentity(db: Db, row: typeof identities.$inferInsert): Promise<boolean> {
  const saved = await db.insert(identities).values(row).onConflictDoNothing().returning();
  return saved.length > 0;
}

export async function deleteIdentity(
  db: Db,
  { accountId, id }: Pick<IdentityRow, "accountId" | "id">,
): Promise<boolean> {
  const deleted = await db
    .delete(identities)
    .where(and(eq(identities.accountId, accountId), eq(identities.id, id)))
    .returning({ id: identities.id });
  return deleted.length > 0;
}

export async function deleteIdentitiesOf(db: Db, accountId: string): Promise<void> {
  await db.delete(identities).where(eq(identities.accountId, accountId));
}

interface NewFlow {
  readonly secret: string;
  readonly accountId: string | null;
  readonly expiresAt: Date;
}

export async function saveFlow(db: Db, { secret, ...flow }: NewFlow): Promise<void> {
  await db.insert(providerFlows).values({ hash: hashSecret(secret), ...flow });
}

/** What a browser set out for, used up by that; undefined where it never did, or too long ago. */
export async function spendFlow(db: Db, secret: string, now: Date) {
  const [flow] = await db
    .delete(providerFlows)
    .where(and(eq(providerFlows.hash, hashSecret(secret)), gt(providerFlows.expiresAt, now)))
    .returning();
  return flow;
}

export async function forgetOldFlows(db: Db, now: Date): Promise<void> {
  await db.delete(providerFlows).where(lt(providerFlows.expiresAt, now));
}
