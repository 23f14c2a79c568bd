import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { queueFilters } from "#db/schema/moderation.ts";

interface Owner {
  readonly communityId: string;
  readonly participantId: string;
}

const ofOwner = ({ communityId, participantId }: Owner) =>
  and(eq(queueFilters.communityId, communityId), eq(queueFilters.participantId, participantId));

export async function filtersOf(db: Db, owner: Owner) {
  return db
    .select()
    .from(queueFilters)
    .where(ofOwner(owner))
    .orderBy(asc(queueFilters.createdAt), asc(queueFilters.id));
}

export async function saveFilter(db: Db, row: typeof queueFilters.$inferInsert): Promise<void> {
  await db.insert(queueFilters).values(row);
}

/** Whether there was one to forget. */
export async function dropFilter(db: Db, owner: Owner, filterId: string): Promise<boolean> {
  const dropped = await db
    .delete(queueFilters)
    .where(and(ofOwner(owner), eq(queueFilters.id, filterId)))
    .returning({ id: queueFilters.id });
  return dropped.length > 0;
}
