import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { codeApps } from "#db/schema/accounts.ts";

export type CodeAppRow = typeof codeApps.$inferSelect;

/** Keeps the secret of an app that has yet to show that it has it; false where one is in use. */
export async function saveNewApp(
  db: Db,
  row: Pick<CodeAppRow, "accountId" | "secret" | "createdAt">,
): Promise<boolean> {
  const saved = await db
    .insert(codeApps)
    .values(row)
    .onConflictDoUpdate({
      target: codeApps.accountId,
      set: { secret: row.secret, createdAt: row.createdAt, lastStep: 0 },
      setWhere: isNull(codeApps.confirmedAt),
    })
    .returning({ accountId: codeApps.accountId });
  return saved.length > 0;
}

/** The app of an account, in use or not. */
export async function findApp(db: Db, accountId: string): Promise<CodeAppRow | undefined> {
  const [row] = await db.select().from(codeApps).where(eq(codeApps.accountId, accountId));
  return row;
}

export async function confirmApp(db: Db, accountId: string, confirmedAt: Date): Promise<void> {
  await db.update(codeApps).set({ confirmedAt }).where(eq(codeApps.accountId, accountId));
}

/** Uses a step's code up, and all older ones; false when that happened already. */
export async function spendStep(db: Db, app: CodeAppRow, lastStep: number): Promise<boolean> {
  const spent = await db
    .update(codeApps)
    .set({ lastStep, secret: app.secret })
    .where(and(eq(codeApps.accountId, app.accountId), lt(codeApps.lastStep, lastStep)))
    .returning({ accountId: codeApps.accountId });
  return spent.length > 0;
}

/** Forgets the app in use; false where there is none. */
export async function deleteApp(db: Db, accountId: string): Promise<boolean> {
  const deleted = await db
    .delete(codeApps)
    .where(and(eq(codeApps.accountId, accountId), isNotNull(codeApps.confirmedAt)))
    .returning({ accountId: codeApps.accountId });
  return deleted.length > 0;
}

/** Forgets apps that never showed a code. */
export async function forgetNewApps(db: Db, before: Date): Promise<void> {
  await db
    .delete(codeApps)
    .where(and(isNull(codeApps.confirmedAt), lt(codeApps.createdAt, before)));
}
