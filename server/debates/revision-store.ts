import { and, type AnyColumn, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { revisions } from "#db/schema/debates.ts";

export type NewRevision = typeof revisions.$inferInsert;

/** Keeps what something said before it is edited. */
export async function saveRevision(db: Db, row: NewRevision): Promise<void> {
  await db.insert(revisions).values(row);
}

/** What something said in its former versions, the oldest first, and until when. */
export async function revisionsOf(db: Db, ids: { communityId: string; subjectId: string }) {
  return db
    .select({
      version: revisions.version,
      text: revisions.text,
      until: revisions.createdAt,
      editor: { id: participants.id, name: participants.name, kind: participants.kind },
    })
    .from(revisions)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, revisions.communityId),
        eq(participants.id, revisions.editorId),
      ),
    )
    .where(and(eq(revisions.communityId, ids.communityId), eq(revisions.subjectId, ids.subjectId)))
    .orderBy(asc(revisions.version));
}

/** The same to a reader: case and the stop at the end make no difference. */
export function sameWords(column: AnyColumn, text: string): SQL {
  return sql`lower(rtrim(${column}, ' .!?…。！？')) = lower(rtrim(${text}::text, ' .!?…。！？'))`;
}

/** Lets one at a time write at a place (below a claim, among positions) until the transaction ends. */
export async function lockPlaces(db: Db, ids: readonly string[]): Promise<void> {
  for (const id of ids.toSorted()) {
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  }
}
