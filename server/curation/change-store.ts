import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { curationChanges } from "#db/schema/curation.ts";
import { claims, positions } from "#db/schema/debates.ts";
import type { DebateIds } from "./store.ts";

export type ChangeRow = typeof curationChanges.$inferSelect;

export async function saveChange(db: Db, row: typeof curationChanges.$inferInsert): Promise<void> {
  await db.insert(curationChanges).values(row);
}

interface ChangeIds extends DebateIds {
  readonly changeId: string;
}

const isChange = ({ communityId, debateId, changeId }: ChangeIds) =>
  and(
    eq(curationChanges.communityId, communityId),
    eq(curationChanges.debateId, debateId),
    eq(curationChanges.id, changeId),
  );

export async function findChange(db: Db, ids: ChangeIds): Promise<ChangeRow | undefined> {
  const [row] = await db.select().from(curationChanges).where(isChange(ids));
  return row;
}

export async function markUndone(db: Db, ids: ChangeIds, undoneById: string): Promise<void> {
  await db
    .update(curationChanges)
    .set({ undoneAt: sql`now()`, undoneById })
    .where(isChange(ids));
}

const actor = alias(participants, "actor");
const undoer = alias(participants, "undoer");
const subject = alias(participants, "subject");

interface ChangePage extends DebateIds {
  readonly after: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** How a debate was curated, the latest first, with what each change is about in the words of today. */
export async function changesOf(db: Db, { communityId, debateId, after, limit }: ChangePage) {
  const about = curationChanges.aboutId;
  return db
    .select({
      change: curationChanges,
      actor: { id: actor.id, name: actor.name, kind: actor.kind },
      undoer: { id: undoer.id, name: undoer.name, kind: undoer.kind },
      claimId: claims.id,
      authorId: claims.authorId,
      text: sql<string>`coalesce(
        case when ${claims.withdrawnAt} is null then ${claims.text} end,
        ${positions.title}, ${subject.name}, '')`,
    })
    .from(curationChanges)
    .innerJoin(
      actor,
      and(eq(actor.communityId, communityId), eq(actor.id, curationChanges.actorId)),
    )
    .leftJoin(
      undoer,
      and(eq(undoer.communityId, communityId), eq(undoer.id, curationChanges.undoneById)),
    )
    .leftJoin(claims, and(eq(claims.communityId, communityId), eq(claims.id, about)))
    .leftJoin(positions, and(eq(positions.communityId, communityId), eq(positions.id, about)))
    .leftJoin(subject, and(eq(subject.communityId, communityId), eq(subject.id, about)))
    .where(
      and(
        eq(curationChanges.communityId, communityId),
        eq(curationChanges.debateId, debateId),
        after &&
          sql`(${curationChanges.createdAt}, ${curationChanges.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(curationChanges.createdAt), desc(curationChanges.id))
    .limit(limit);
}
