import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { comments } from "#db/schema/comments.ts";
import { claims, debates, edges, evidence, positions, revisions } from "#db/schema/debates.ts";
import { inPlaceOfWords } from "#shared/contract/moderated.ts";
import type { KeptWords } from "#shared/moderation/kept-words.ts";
import type { TargetKind } from "#shared/contract/claims.ts";
import { type ModeratedIds } from "../../platform/moderated.ts";
import type { Written } from "../../platform/withheld-store.ts";

export const written = {
  claim: { table: claims, words: ["text"] },
  position: { table: positions, words: ["title", "text"] },
  comment: { table: comments, words: ["text"] },
  evidence: { table: evidence, words: ["url", "title", "publisher", "quote"] },
} as const satisfies Record<string, Written & { table: PgTable }>;

export async function claimById(db: Db, { communityId, id }: ModeratedIds) {
  const [row] = await db
    .select()
    .from(claims)
    .where(and(eq(claims.communityId, communityId), eq(claims.id, id)));
  return row;
}

export async function positionById(db: Db, { communityId, id }: ModeratedIds) {
  const [row] = await db
    .select()
    .from(positions)
    .where(and(eq(positions.communityId, communityId), eq(positions.id, id)));
  return row;
}

export async function commentById(db: Db, { communityId, id }: ModeratedIds) {
  const [row] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.communityId, communityId), eq(comments.id, id)));
  return row;
}

export async function evidenceById(db: Db, { communityId, id }: ModeratedIds) {
  const [row] = await db
    .select()
    .from(evidence)
    .where(and(eq(evidence.communityId, communityId), eq(evidence.id, id)));
  return row;
}

export async function questionById(db: Db, { communityId, id }: ModeratedIds) {
  const [row] = await db
    .select()
    .from(debates)
    .where(and(eq(debates.communityId, communityId), eq(debates.id, id)));
  return row;
}

/** Where a claim stands first: what it speaks to. */
export async function targetOf(
  db: Db,
  { communityId, id: claimId }: ModeratedIds,
): Promise<{ kind: TargetKind; id: string } | undefined> {
  const [row] = await db
    .select({ kind: edges.targetKind, id: edges.targetId })
    .from(edges)
    .where(
      and(eq(edges.communityId, communityId), eq(edges.claimId, claimId), isNull(edges.removedAt)),
    )
    .orderBy(edges.createdAt, edges.id)
    .limit(1);
  return row;
}

/** The claim that an edge puts in its place. */
export async function claimOfEdge(
  db: Db,
  { communityId, id }: ModeratedIds,
): Promise<string | undefined> {
  const [row] = await db
    .select({ claimId: edges.claimId })
    .from(edges)
    .where(and(eq(edges.communityId, communityId), eq(edges.id, id)));
  return row?.claimId;
}

/** Takes a debate's words away; a question can't be left out, so something stands in its place. */
export async function takeQuestion(
  db: Db,
  { communityId, id }: ModeratedIds,
): Promise<Record<string, string>> {
  const isIt = and(eq(debates.communityId, communityId), eq(debates.id, id));
  const [row] = await db
    .select({ question: debates.question, context: debates.context })
    .from(debates)
    .where(isIt)
    .for("no key update");
  if (!row) throw new Error("what is moderated is there");
  await db.update(debates).set({ question: inPlaceOfWords, context: "" }).where(isIt);
  return { text: row.question, context: row.context };
}

/** Puts a debate's words back, or marks it. */
export async function changeQuestion(
  db: Db,
  { communityId, id }: ModeratedIds,
  change: Partial<Pick<typeof debates.$inferInsert, "question" | "context" | "moderation">>,
): Promise<void> {
  await db
    .update(debates)
    .set(change)
    .where(and(eq(debates.communityId, communityId), eq(debates.id, id)));
}

type Former = KeptWords["revisions"];

/** Takes away what a thing said in former versions. */
export async function takeRevisions(db: Db, { communityId, id }: ModeratedIds): Promise<Former> {
  const ofIt = and(eq(revisions.communityId, communityId), eq(revisions.subjectId, id));
  const rows = await db
    .select({ version: revisions.version, text: revisions.text })
    .from(revisions)
    .where(ofIt)
    .orderBy(desc(revisions.version));
  if (rows.length > 0) await db.update(revisions).set({ text: "" }).where(ofIt);
  return rows;
}

export async function putRevisionsBack(
  db: Db,
  { communityId, id }: ModeratedIds,
  former: Former,
): Promise<void> {
  if (former.length === 0) return;
  const versions = former.map(({ version }) => version);
  const texts = former.map(({ text }) => text);
  await db.execute(sql`
    update ${revisions} set text = kept.text
    from unnest(${sql.param(versions)}::int[], ${sql.param(texts)}::text[]) as kept (version, text)
    where ${revisions.communityId} = ${communityId} and ${revisions.subjectId} = ${id}
      and ${revisions.version} = kept.version`);
}
