import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { budgetLines } from "#db/schema/treasury.ts";

export type LineRow = typeof budgetLines.$inferSelect;

/** The lines of a budget, in the order in which they were planned. */
export async function linesOf(
  db: Db,
  { communityId, currency }: { readonly communityId: string; readonly currency: string },
): Promise<LineRow[]> {
  return db
    .select()
    .from(budgetLines)
    .where(and(eq(budgetLines.communityId, communityId), eq(budgetLines.currency, currency)))
    .orderBy(asc(budgetLines.id));
}

/** One line, held until the transaction ends. */
export async function lockLine(
  db: Db,
  { communityId, lineId }: { readonly communityId: string; readonly lineId: string },
): Promise<LineRow | undefined> {
  const [row] = await db
    .select()
    .from(budgetLines)
    .where(and(eq(budgetLines.communityId, communityId), eq(budgetLines.id, lineId)))
    .for("update");
  return row;
}

export async function saveLine(db: Db, row: typeof budgetLines.$inferInsert): Promise<void> {
  await db.insert(budgetLines).values(row);
}

export async function updateLine(
  db: Db,
  { communityId, id }: Pick<LineRow, "communityId" | "id">,
  change: Pick<LineRow, "title" | "planned">,
): Promise<void> {
  await db
    .update(budgetLines)
    .set({ ...change, version: sql`${budgetLines.version} + 1` })
    .where(and(eq(budgetLines.communityId, communityId), eq(budgetLines.id, id)));
}
