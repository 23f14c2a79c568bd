import { and, asc, eq, gt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships, participants } from "#db/schema/communities.ts";

interface Part {
  readonly after: string | null;
  readonly limit: number;
}

/** Everybody who is or was a member, in the order in which they first came. */
export async function arrivalsIn(db: Db, communityId: string, { after, limit }: Part) {
  const { participantId, role, status, invitedBy, joinedAt } = memberships;
  return db
    .select({ participantId, role, status, invitedBy, joinedAt, name: participants.name })
    .from(memberships)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, memberships.communityId),
        eq(participants.id, memberships.participantId),
      ),
    )
    .where(
      and(
        eq(memberships.communityId, communityId),
        after === null ? undefined : gt(participantId, after),
      ),
    )
    .orderBy(asc(participantId))
    .limit(limit);
}
