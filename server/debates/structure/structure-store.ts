import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { claims, edges, evidence, relevanceRatings } from "#db/schema/debates.ts";
import { structureChanges } from "#db/schema/structure.ts";
import type {
  ClaimChange,
  ClaimState,
  EdgeChange,
  EvidenceChange,
} from "#shared/argument/arrangement.ts";
import type { ClaimRow, EdgeRow } from "../claim-store.ts";
import type { DebateIds } from "../store.ts";
import type { After } from "../view-store.ts";

export type ChangeRow = typeof structureChanges.$inferSelect;

/** Puts edges where they stand from now on; those that stand nowhere keep their ratings. */
export async function putEdges(
  db: Db,
  { communityId, debateId }: DebateIds,
  changes: readonly EdgeChange[],
): Promise<void> {
  // First the places that are left: two edges may not stand at one place even for a moment.
  for (const { id, after } of changes) {
    if (after) continue;
    await db
      .update(edges)
      .set({ removedAt: sql`now()` })
      .where(and(eq(edges.communityId, communityId), eq(edges.id, id)));
  }
  for (const { id, after } of changes) {
    if (!after) continue;
    await db
      .insert(edges)
      .values({ communityId, debateId, id, ...after })
      .onConflictDoUpdate({
        target: [edges.communityId, edges.id],
        set: { ...after, removedAt: null },
      });
  }
}

/** Lets ratings of an edge's relevance count as cast at another place: where two claims say the same, they are. */
export async function carryRatings(
  db: Db,
  { communityId, edgeId }: { readonly communityId: string; readonly edgeId: string },
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  await db
    .update(relevanceRatings)
    .set({ targetId: into })
    .where(
      and(
        eq(relevanceRatings.communityId, communityId),
        eq(relevanceRatings.edgeId, edgeId),
        eq(relevanceRatings.targetId, from),
      ),
    );
}

const dates = ({ archivedAt, ...state }: ClaimState) => ({
  ...state,
  ...(archivedAt !== undefined && {
    archivedAt: archivedAt === null ? null : new Date(archivedAt),
  }),
});

export async function putClaim(
  db: Db,
  { communityId, editorId }: { readonly communityId: string; readonly editorId: string | null },
  { id, after }: ClaimChange,
): Promise<void> {
  await db
    .update(claims)
    .set({
      ...dates(after),
      ...(after.text !== undefined && { version: sql`${claims.version} + 1`, editorId }),
      updatedAt: sql`now()`,
    })
    .where(and(eq(claims.communityId, communityId), eq(claims.id, id)));
}

export async function putEvidence(
  db: Db,
  communityId: string,
  { id, after }: EvidenceChange,
): Promise<void> {
  await db
    .update(evidence)
    .set({ claimId: after })
    .where(and(eq(evidence.communityId, communityId), eq(evidence.id, id)));
}

interface Things {
  readonly communityId: string;
  readonly ids: readonly string[];
}

export async function claimsById(db: Db, { communityId, ids }: Things): Promise<ClaimRow[]> {
  return db
    .select()
    .from(claims)
    .where(and(eq(claims.communityId, communityId), inArray(claims.id, [...ids])));
}

/** Edges, also those that stand nowhere now. */
export async function edgesById(db: Db, { communityId, ids }: Things): Promise<EdgeRow[]> {
  return db
    .select()
    .from(edges)
    .where(and(eq(edges.communityId, communityId), inArray(edges.id, [...ids])));
}

/** At which claim each source is. */
export async function claimsOfEvidence(
  db: Db,
  { communityId, ids }: Things,
): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: evidence.id, claimId: evidence.claimId })
    .from(evidence)
    .where(and(eq(evidence.communityId, communityId), inArray(evidence.id, [...ids])));
  return new Map(rows.map(({ id, claimId }) => [id, claimId]));
}

/** The sources that stand at a claim. */
export async function evidenceAt(
  db: Db,
  { communityId, claimId }: { readonly communityId: string; readonly claimId: string },
): Promise<string[]> {
  const rows = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.communityId, communityId),
        eq(evidence.claimId, claimId),
        isNull(evidence.withdrawnAt),
      ),
    );
  return rows.map(({ id }) => id);
}

export async function saveChange(
  db: Db,
  row: typeof structureChanges.$inferInsert,
): Promise<ChangeRow> {
  const [saved] = await db.insert(structureChanges).values(row).returning();
  if (!saved) throw new Error("an insert gives its row");
  return saved;
}

interface ChangeIds extends DebateIds {
  readonly changeId: string;
}

const isChange = ({ communityId, debateId, changeId }: ChangeIds) =>
  and(
    eq(structureChanges.communityId, communityId),
    eq(structureChanges.debateId, debateId),
    eq(structureChanges.id, changeId),
  );

export async function findChange(db: Db, ids: ChangeIds): Promise<ChangeRow | undefined> {
  const [row] = await db.select().from(structureChanges).where(isChange(ids));
  return row;
}

export async function markUndone(
  db: Db,
  ids: ChangeIds,
  undoneById: string | null,
): Promise<ChangeRow> {
  const [row] = await db
    .update(structureChanges)
    .set({ undoneAt: sql`now()`, undoneById })
    .where(isChange(ids))
    .returning();
  if (!row) throw new Error("a change that was found is there");
  return row;
}

const actor = alias(participants, "actor");
const undoer = alias(participants, "undoer");

/** How an argument was rearranged, the latest first, with the words of the claims as they stand. */
export async function changesOf(
  db: Db,
  {
    communityId,
    debateId,
    after,
    limit,
  }: DebateIds & { readonly after: After | undefined; readonly limit: number },
) {
  return db
    .select({
      change: structureChanges,
      actor: { id: actor.id, name: actor.name, kind: actor.kind },
      undoer: { id: undoer.id, name: undoer.name, kind: undoer.kind },
      text: sql<string>`case when ${claims.withdrawnAt} is null then ${claims.text} else '' end`,
      authorId: claims.authorId,
    })
    .from(structureChanges)
    .innerJoin(
      actor,
      and(eq(actor.communityId, communityId), eq(actor.id, structureChanges.actorId)),
    )
    .leftJoin(
      undoer,
      and(eq(undoer.communityId, communityId), eq(undoer.id, structureChanges.undoneById)),
    )
    .innerJoin(
      claims,
      and(eq(claims.communityId, communityId), eq(claims.id, structureChanges.claimId)),
    )
    .where(
      and(
        eq(structureChanges.communityId, communityId),
        eq(structureChanges.debateId, debateId),
        after &&
          sql`(${structureChanges.createdAt}, ${structureChanges.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(structureChanges.createdAt), desc(structureChanges.id))
    .limit(limit);
}
