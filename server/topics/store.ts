import { count, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { debates } from "#db/schema/debates.ts";
import { topics } from "#db/schema/topics.ts";

export type TopicRow = Omit<typeof topics.$inferSelect, "createdAt">;

/** Lets one at a time define the topics of a community until the transaction ends. */
export async function lockTopics(db: Db, communityId: string): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`topics ${communityId}`}, 0))`,
  );
}

/** What a community has said of its topics. */
export async function topicRows(db: Db, communityId: string): Promise<TopicRow[]> {
  return db.select().from(topics).where(eq(topics.communityId, communityId));
}

/** Saves what a community says of some topics by now. */
export async function putTopics(db: Db, rows: readonly TopicRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(topics)
    .values([...rows])
    .onConflictDoUpdate({
      target: [topics.communityId, topics.id],
      set: {
        name: sql`excluded.name`,
        description: sql`excluded.description`,
        place: sql`excluded.place`,
        version: sql`excluded.version`,
        retiredAt: sql`excluded.retired_at`,
      },
    });
}

const isPublished = sql`${debates.phase} <> 'draft'
  and (${debates.archivedFrom} is null or ${debates.archivedFrom} <> 'draft')`;

/** How many debates that are no drafts are filed under each topic; none where a topic is missing. */
export async function debateCounts(
  db: Db,
  communityId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ topic: debates.topic, count: count() })
    .from(debates)
    .where(sql`${debates.communityId} = ${communityId} and ${isPublished}`)
    .groupBy(debates.topic);
  return new Map(rows.map((row) => [row.topic, row.count]));
}
