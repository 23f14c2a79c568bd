import { and, desc, eq, gt, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import { runNamed, type Db } from "#db/client.ts";
import { accounts, sessions } from "#db/schema/accounts.ts";

export type SessionRow = typeof sessions.$inferSelect;

const day = 86_400_000;

/** How long a session lasts at most, however much it is used. */
export const longestMs = (isOperator: boolean) => (isOperator ? day / 2 : 90 * day);

/** As a condition on sessions joined with their accounts. */
function isLiving(now: Date): SQL | undefined {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const oldest = sql`case when ${accounts.isOperator}
    then ${ago(longestMs(true))}::timestamptz else ${ago(longestMs(false))}::timestamptz end`;
  return and(gt(sessions.expiresAt, now), sql`${sessions.createdAt} > ${oldest}`);
}

interface FoundSession extends SessionRow {
  readonly isOperator: boolean;
  readonly emailConfirmedAt: Date | null;
}

const findText = `
select s.id_hash as "idHash", s.public_id as "publicId", s.account_id as "accountId", s.device,
  s.created_at as "createdAt", s.last_used_at as "lastUsedAt", s.expires_at as "expiresAt",
  a.is_operator as "isOperator", a.email_confirmed_at as "emailConfirmedAt"
from sessions s join accounts a on a.id = s.account_id
where s.id_hash = any($1::text[])`;

/** The sessions with these hashes, in their order; undefined where there is none. */
export async function findSessions(db: Db, idHashes: readonly string[]) {
  const values = [idHashes];
  const rows = await runNamed<FoundSession>(db, { name: "find-sessions", text: findText, values });
  const byHash = new Map(rows.map((row) => [row.idHash, row]));
  return idHashes.map((idHash) => byHash.get(idHash));
}

export async function saveSession(db: Db, row: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(row);
}

export async function touchSession(db: Db, idHash: string, lastUsedAt: Date): Promise<void> {
  await db.update(sessions).set({ lastUsedAt }).where(eq(sessions.idHash, idHash));
}

export async function extendSession(db: Db, idHash: string, expiresAt: Date): Promise<void> {
  await db.update(sessions).set({ expiresAt }).where(eq(sessions.idHash, idHash));
}

export async function deleteSessionByHash(db: Db, idHash: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.idHash, idHash));
}

/** The living sessions of an account, the last used first. */
export async function sessionsOf(db: Db, accountId: string, now: Date): Promise<SessionRow[]> {
  const rows = await db
    .select({ session: sessions })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.accountId, accountId), isLiving(now)))
    .orderBy(desc(sessions.lastUsedAt));
  return rows.map(({ session }) => session);
}

/** Ends one session of an account by its public id; false when there is none. */
export async function deleteSession(db: Db, accountId: string, publicId: string) {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.accountId, accountId), eq(sessions.publicId, publicId)))
    .returning({ publicId: sessions.publicId });
  return ended.length > 0;
}

/** Ends all sessions of an account, but for one where given. */
export async function deleteSessionsOf(db: Db, accountId: string, but?: string): Promise<void> {
  const others = but === undefined ? undefined : ne(sessions.publicId, but);
  await db.delete(sessions).where(and(eq(sessions.accountId, accountId), others));
}

export async function deleteExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now));
}

/** Which of these sessions (public ids) still live. */
export async function livingSessions(
  db: Db,
  publicIds: readonly string[],
  now: Date,
): Promise<Set<string>> {
  if (publicIds.length === 0) return new Set();
  const rows = await db
    .select({ publicId: sessions.publicId })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(inArray(sessions.publicId, [...publicIds]), isLiving(now)));
  return new Set(rows.map(({ publicId }) => publicId));
}
