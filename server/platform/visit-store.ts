import { eq, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { endedVisits } from "#db/schema/visits.ts";

/** Whether a visit has ended in an account. */
export async function hasEnded(db: Db, visitId: string): Promise<boolean> {
  const found = await db
    .select({ visitId: endedVisits.visitId })
    .from(endedVisits)
    .where(eq(endedVisits.visitId, visitId));
  return found.length > 0;
}

/** Ends a visit in an account; false where it has ended already. */
export async function saveEnd(
  db: Db,
  row: { visitId: string; accountId: string; endedAt: Date },
): Promise<boolean> {
  const saved = await db.insert(endedVisits).values(row).onConflictDoNothing().returning();
  return saved.length > 0;
}

/** The visits that ended in an account. */
export async function visitsOfAccount(db: Db, accountId: string): Promise<string[]> {
  const rows = await db
    .select({ visitId: endedVisits.visitId })
    .from(endedVisits)
    .where(eq(endedVisits.accountId, accountId));
  return rows.map(({ visitId }) => visitId);
}

export async function forgetEndedVisits(db: Db, before: Date): Promise<void> {
  await db.delete(endedVisits).where(lt(endedVisits.endedAt, before));
}
