import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { opinionSummaries } from "#db/schema/summaries.ts";
import type { RunIds } from "./store.ts";

export async function findSummary(db: Db, { communityId, debateId, runId }: RunIds) {
  const [row] = await db
    .select()
    .from(opinionSummaries)
    .where(
      and(
        eq(opinionSummaries.communityId, communityId),
        eq(opinionSummaries.debateId, debateId),
        eq(opinionSummaries.runId, runId),
      ),
    );
  return row;
}

/** Keeps a summary where there is none yet; false where there is one. */
export async function saveSummary(
  db: Db,
  row: typeof opinionSummaries.$inferInsert,
): Promise<boolean> {
  const saved = await db
    .insert(opinionSummaries)
    .values(row)
    .onConflictDoNothing()
    .returning({ runId: opinionSummaries.runId });
  return saved.length > 0;
}
