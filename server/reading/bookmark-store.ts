import { and, desc, eq, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { blocks } from "#db/schema/blocks.ts";
import { communities, memberships } from "#db/schema/communities.ts";
import { claims, debates } from "#db/schema/debates.ts";
import { bookmarks } from "#db/schema/reading.ts";
import type { Place } from "./store.ts";

/** What is kept: a debate, or a claim in it. */
export interface Kept extends Place {
  readonly claimId: string | null;
}

const isKept = ({ communityId, accountId, debateId, claimId }: Kept) =>
  and(
    eq(bookmarks.communityId, communityId),
    eq(bookmarks.accountId, accountId),
    eq(bookmarks.subjectId, claimId ?? debateId),
  );

/** Keeps something; what is kept already stays as it is. */
export async function saveBookmark(db: Db, kept: Kept & { readonly id: string }): Promise<void> {
  const { communityId, accountId, debateId, claimId, id } = kept;
  const subjectId = claimId ?? debateId;
  await db
    .insert(bookmarks)
    .values({ communityId, accountId, subjectId, debateId, claimId, id })
    .onConflictDoNothing();
}

export async function deleteBookmark(db: Db, kept: Kept): Promise<void> {
  await db.delete(bookmarks).where(isKept(kept));
}

/** What somebody keeps in one debate: the claims, and null for the debate itself. */
export async function keptIn(db: Db, { communityId, accountId, debateId }: Place) {
  const rows = await db
    .select({ claimId: bookmarks.claimId })
    .from(bookmarks)
    .where(
      and(
        eq(bookmarks.communityId, communityId),
        eq(bookmarks.accountId, accountId),
        eq(bookmarks.debateId, debateId),
      ),
    );
  return rows.map(({ claimId }) => claimId);
}

interface Part {
  readonly before: string | null;
  readonly limit: number;
}

/** What somebody keeps, the newest first; nothing of what they may not see any more. */
export async function bookmarksOf(db: Db, accountId: string, { before, limit }: Part) {
  return db
    .select({
      id: bookmarks.id,
      createdAt: bookmarks.createdAt,
      community: { id: communities.id, slug: communities.slug, name: communities.name },
      debate: {
        id: debates.id,
        question: debates.question,
        language: debates.language,
        phase: debates.phase,
      },
      claim: {
        id: claims.id,
        text: claims.text,
        language: claims.language,
        withdrawnAt: claims.withdrawnAt,
      },
      blockId: blocks.id,
    })
    .from(bookmarks)
    .innerJoin(communities, eq(communities.id, bookmarks.communityId))
    .innerJoin(
      debates,
      and(eq(debates.communityId, bookmarks.communityId), eq(debates.id, bookmarks.debateId)),
    )
    .leftJoin(
      claims,
      and(eq(claims.communityId, bookmarks.communityId), eq(claims.id, bookmarks.claimId)),
    )
    .leftJoin(
      blocks,
      and(
        eq(blocks.communityId, bookmarks.communityId),
        eq(blocks.accountId, bookmarks.accountId),
        eq(blocks.participantId, claims.authorId),
      ),
    )
    .leftJoin(
      memberships,
      and(
        eq(memberships.communityId, bookmarks.communityId),
        eq(memberships.accountId, bookmarks.accountId),
        eq(memberships.status, "active"),
      ),
    )
    .where(
      and(
        eq(bookmarks.accountId, accountId),
        before === null ? undefined : lt(bookmarks.id, before),
        or(eq(communities.isPrivate, false), isNotNull(memberships.participantId)),
        or(isPublished(), isSteered()),
      ),
    )
    .orderBy(desc(bookmarks.id))
    .limit(limit);
}

const isPublished = () =>
  and(
    ne(debates.phase, "draft"),
    or(isNull(debates.archivedFrom), ne(debates.archivedFrom, "draft")),
  );

/** A draft is seen by its author and by moderators. */
const isSteered = () =>
  or(
    eq(memberships.participantId, debates.authorId),
    sql`${memberships.role} in ('moderator', 'owner')`,
  );
