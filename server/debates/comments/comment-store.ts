import { and, asc, count, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments } from "#db/schema/comments.ts";
import { memberships } from "#db/schema/communities.ts";
import { claims } from "#db/schema/debates.ts";
import type { ClaimIds } from "../claim-store.ts";
import type { DebateIds } from "../store.ts";

export interface CommentIds extends DebateIds {
  readonly commentId: string;
}

export type CommentRow = typeof comments.$inferSelect;

const isComment = ({ communityId, debateId, commentId }: CommentIds) =>
  and(
    eq(comments.communityId, communityId),
    eq(comments.debateId, debateId),
    eq(comments.id, commentId),
  );

export async function saveComment(db: Db, row: typeof comments.$inferInsert): Promise<CommentRow> {
  const [saved] = await db.insert(comments).values(row).returning();
  if (!saved) throw new Error("an insert gives its row");
  return saved;
}

/** The comment, kept from everybody else's changes until the transaction ends. */
export async function lockComment(db: Db, ids: CommentIds): Promise<CommentRow | undefined> {
  const [row] = await db.select().from(comments).where(isComment(ids)).for("update");
  return row;
}

export async function changeComment(
  db: Db,
  ids: CommentIds,
  change: { readonly text: string } | "withdrawn",
): Promise<CommentRow> {
  const [row] = await db
    .update(comments)
    .set(
      change === "withdrawn"
        ? { withdrawnAt: sql`now()` }
        : { text: change.text, version: sql`${comments.version} + 1` },
    )
    .where(isComment(ids))
    .returning();
  if (!row) throw new Error("a comment that is locked is there");
  return row;
}

/** A claim, and all that are one with it by now. */
const joinedIn = ({ communityId, claimId }: Pick<ClaimIds, "communityId" | "claimId">) => sql`(
  with recursive joined as (
    select ${claimId}::uuid as id
    union
    select ${claims.id} from ${claims} join joined on ${claims.mergedInto} = joined.id
    where ${claims.communityId} = ${communityId}
  ) select id from joined)`;

interface Part {
  readonly before: string | null;
  readonly limit: number;
}

/** The comments at a claim and at those that are one with it by now, the newest first. */
export async function commentsAt(
  db: Db,
  ids: Pick<ClaimIds, "communityId" | "claimId">,
  { before, limit }: Part,
): Promise<CommentRow[]> {
  return db
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.communityId, ids.communityId),
        inArray(comments.claimId, joinedIn(ids)),
        before === null ? undefined : lt(comments.id, before),
      ),
    )
    .orderBy(desc(comments.id))
    .limit(limit);
}

/** All comments of a debate that stand, the oldest first. */
export async function standingComments(
  db: Db,
  { communityId, debateId }: DebateIds,
): Promise<CommentRow[]> {
  return db
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.communityId, communityId),
        eq(comments.debateId, debateId),
        isNull(comments.withdrawnAt),
      ),
    )
    .orderBy(asc(comments.id));
}

/** How many comments stand at each claim of a debate, or at one of them. */
export async function countComments(
  db: Db,
  { communityId, debateId, claimId }: DebateIds & { readonly claimId?: string },
): Promise<Map<string, number>> {
  const rows = await db
    .select({ claimId: comments.claimId, count: count() })
    .from(comments)
    .where(
      and(
        eq(comments.communityId, communityId),
        eq(comments.debateId, debateId),
        claimId === undefined ? undefined : eq(comments.claimId, claimId),
        isNull(comments.withdrawnAt),
      ),
    )
    .groupBy(comments.claimId);
  return new Map(rows.map((row) => [row.claimId, row.count]));
}

/** Who has commented on a claim. */
export async function commentersOn(
  db: Db,
  { communityId, claimId }: Pick<ClaimIds, "communityId" | "claimId">,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ authorId: comments.authorId })
    .from(comments)
    .where(
      and(
        eq(comments.communityId, communityId),
        eq(comments.claimId, claimId),
        isNull(comments.withdrawnAt),
      ),
    );
  return rows.map(({ authorId }) => authorId);
}

/** Whether all of some participants are active members. */
export async function areMembers(
  db: Db,
  communityId: string,
  participantIds: readonly string[],
): Promise<boolean> {
  if (participantIds.length === 0) return true;
  const found = await db.$count(
    memberships,
    and(
      eq(memberships.communityId, communityId),
      inArray(memberships.participantId, [...participantIds]),
      eq(memberships.status, "active"),
    ),
  );
  return found === participantIds.length;
}
