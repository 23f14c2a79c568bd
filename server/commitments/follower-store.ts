import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { commitmentFollowers } from "#db/schema/commitments.ts";
import type { CommitmentIds, CommitmentRow } from "./store.ts";

interface Follower extends CommitmentIds {
  readonly participantId: string;
}

const isFollower = ({ communityId, commitmentId, participantId }: Follower) =>
  and(
    eq(commitmentFollowers.communityId, communityId),
    eq(commitmentFollowers.commitmentId, commitmentId),
    eq(commitmentFollowers.participantId, participantId),
  );

export async function saveFollower(db: Db, follower: Follower): Promise<void> {
  const { communityId, commitmentId, participantId } = follower;
  const row = { communityId, commitmentId, participantId };
  await db.insert(commitmentFollowers).values(row).onConflictDoNothing();
}

export async function takeFollowerAway(db: Db, follower: Follower): Promise<void> {
  await db.delete(commitmentFollowers).where(isFollower(follower));
}

export async function follows(db: Db, follower: Follower): Promise<boolean> {
  const rows = await db.select().from(commitmentFollowers).where(isFollower(follower));
  return rows.length > 0;
}

/** The participants who follow a commitment, or the whole that it is a part of. */
export async function followersOf(
  db: Db,
  { communityId, id, parentId }: Pick<CommitmentRow, "communityId" | "id" | "parentId">,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ participantId: commitmentFollowers.participantId })
    .from(commitmentFollowers)
    .where(
      and(
        eq(commitmentFollowers.communityId, communityId),
        inArray(commitmentFollowers.commitmentId, parentId === null ? [id] : [id, parentId]),
      ),
    );
  return rows.map(({ participantId }) => participantId);
}
