import { and, desc, eq, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { summaries } from "#db/schema/curation.ts";
import type { DebateIds } from "./store.ts";

export type NewSummary = typeof summaries.$inferInsert;

const ofDebate = ({ communityId, debateId }: DebateIds) =>
  and(eq(summaries.communityId, communityId), eq(summaries.debateId, debateId));

function withAuthors(db: Db) {
  return db
    .select({
      summary: summaries,
      author: { id: participants.id, name: participants.name, kind: participants.kind },
    })
    .from(summaries)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, summaries.communityId),
        eq(participants.id, summaries.authorId),
      ),
    )
    .$dynamic();
}

export type SummaryRow = Awaited<ReturnType<typeof withAuthors>>[number];

interface Page {
  /** Only versions before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** The versions of a debate's summary, the latest first. */
export async function versionsOf(
  db: Db,
  ids: DebateIds,
  { before, limit }: Page,
): Promise<SummaryRow[]> {
  return withAuthors(db)
    .where(and(ofDebate(ids), before === undefined ? undefined : lt(summaries.version, before)))
    .orderBy(desc(summaries.version))
    .limit(limit);
}

export async function latestSummary(db: Db, ids: DebateIds): Promise<SummaryRow | undefined> {
  const [row] = await versionsOf(db, ids, { limit: 1 });
  return row;
}

export async function findVersion(
  db: Db,
  ids: DebateIds,
  version: number,
): Promise<SummaryRow | undefined> {
  const [row] = await withAuthors(db).where(and(ofDebate(ids), eq(summaries.version, version)));
  return row;
}

export async function insertSummary(db: Db, row: NewSummary): Promise<void> {
  await db.insert(summaries).values(row);
}
