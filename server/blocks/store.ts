import { and, count, desc, eq, isNotNull, lt, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { blocks } from "#db/schema/blocks.ts";
import { communities, memberships, participants } from "#db/schema/communities.ts";

/** Somebody as one community knows them. */
export interface PersonKey {
  readonly communityId: string;
  readonly participantId: string;
}

/** Who blocks whom. */
export interface BlockKey extends PersonKey {
  readonly accountId: string;
}

export async function isPerson(db: Db, { communityId, participantId }: PersonKey) {
  const rows = await db
    .select({ id: participants.id })
    .from(participants)
    .where(and(eq(participants.communityId, communityId), eq(participants.id, participantId)));
  return rows.length > 0;
}

/** Blocks somebody; says whether they were not blocked before. */
export async function saveBlock(db: Db, block: BlockKey & { readonly id: string }) {
  const rows = await db
    .insert(blocks)
    .values(block)
    .onConflictDoNothing()
    .returning({ id: blocks.id });
  return rows.length > 0;
}

/** Blocks somebody no longer; says whether they were. */
export async function deleteBlock(db: Db, { communityId, accountId, participantId }: BlockKey) {
  const rows = await db
    .delete(blocks)
    .where(
      and(
        eq(blocks.communityId, communityId),
        eq(blocks.accountId, accountId),
        eq(blocks.participantId, participantId),
      ),
    )
    .returning({ id: blocks.id });
  return rows.length > 0;
}

interface Place {
  readonly communityId: string;
  readonly accountId: string;
}

const ofPlace = ({ communityId, accountId }: Place) =>
  and(eq(blocks.communityId, communityId), eq(blocks.accountId, accountId));

export async function countBlocks(db: Db, place: Place): Promise<number> {
  const [row] = await db.select({ count: count() }).from(blocks).where(ofPlace(place));
  return row?.count ?? 0;
}

/** Whom an account blocked in a community. */
export async function blockedBy(db: Db, place: Place): Promise<string[]> {
  const rows = await db
    .select({ participantId: blocks.participantId })
    .from(blocks)
    .where(ofPlace(place))
    .orderBy(blocks.id);
  return rows.map(({ participantId }) => participantId);
}

/** The accounts that blocked somebody. */
export async function blockersOf(db: Db, { communityId, participantId }: PersonKey) {
  const rows = await db
    .select({ accountId: blocks.accountId })
    .from(blocks)
    .where(and(eq(blocks.communityId, communityId), eq(blocks.participantId, participantId)));
  return rows.map(({ accountId }) => accountId);
}

interface Part {
  readonly before: string | null;
  readonly limit: number;
}

/** Whom an account blocked, the latest first; nobody of a private community that it has left. */
export async function blocksOf(db: Db, accountId: string, { before, limit }: Part) {
  return db
    .select({
      id: blocks.id,
      createdAt: blocks.createdAt,
      community: { id: communities.id, slug: communities.slug, name: communities.name },
      person: { id: participants.id, name: participants.name, kind: participants.kind },
    })
    .from(blocks)
    .innerJoin(communities, eq(communities.id, blocks.communityId))
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, blocks.communityId),
        eq(participants.id, blocks.participantId),
      ),
    )
    .leftJoin(
      memberships,
      and(
        eq(memberships.communityId, blocks.communityId),
        eq(memberships.accountId, blocks.accountId),
        eq(memberships.status, "active"),
      ),
    )
    .where(
      and(
        eq(blocks.accountId, accountId),
        before === null ? undefined : lt(blocks.id, before),
        or(eq(communities.isPrivate, false), isNotNull(memberships.participantId)),
      ),
    )
    .orderBy(desc(blocks.id))
    .limit(limit);
}
