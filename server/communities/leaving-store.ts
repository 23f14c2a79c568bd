import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { communities, joinRequests, memberships, participants } from "#db/schema/communities.ts";
import type { MembershipRow } from "./member-store.ts";

/** What stands in place of a name in the database; pages say it in their reader's language. */
export const formerMember = "Former member";

const countActive = (role?: "owner") =>
  sql<number>`(select count(*) from memberships other
    where other.community_id = ${memberships.communityId} and other.status = 'active'
    ${role === undefined ? sql`` : sql`and other.role = ${role}`})`.mapWith(Number);

/** Every place that an account has or had in a community, with how many are there beside it. */
export async function placesOf(db: Db, accountId: string) {
  const rows = await db
    .select({
      membership: memberships,
      name: participants.name,
      community: { id: communities.id, slug: communities.slug, name: communities.name },
      members: countActive(),
      owners: countActive("owner"),
    })
    .from(memberships)
    .innerJoin(communities, eq(communities.id, memberships.communityId))
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, memberships.communityId),
        eq(participants.id, memberships.participantId),
      ),
    )
    .where(eq(memberships.accountId, accountId))
    .orderBy(asc(memberships.communityId));
  return rows.map(({ membership, ...rest }) => ({ ...membership, ...rest }));
}

export type PlaceRow = Awaited<ReturnType<typeof placesOf>>[number];

export async function communitiesOf(db: Db, accountId: string): Promise<string[]> {
  const rows = await db
    .select({ id: memberships.communityId })
    .from(memberships)
    .where(eq(memberships.accountId, accountId))
    .orderBy(asc(memberships.communityId));
  return rows.map(({ id }) => id);
}

/** Takes the name from a participant. */
export async function forgetParticipant(
  db: Db,
  { communityId, participantId }: Pick<MembershipRow, "communityId" | "participantId">,
): Promise<void> {
  await db
    .update(participants)
    .set({ name: formerMember, kind: "former" })
    .where(and(eq(participants.communityId, communityId), eq(participants.id, participantId)));
}

/** Deletes the link from a participant to its account. */
export async function deleteMembership(
  db: Db,
  { communityId, participantId }: Pick<MembershipRow, "communityId" | "participantId">,
): Promise<void> {
  await db
    .delete(memberships)
    .where(
      and(eq(memberships.communityId, communityId), eq(memberships.participantId, participantId)),
    );
}

/** A community without members has nobody who could let others in. */
export async function closeDoor(db: Db, communityId: string): Promise<void> {
  await db
    .update(communities)
    .set({ joinPolicy: "by-invitation", version: sql`${communities.version} + 1` })
    .where(eq(communities.id, communityId));
}

export async function requestsOf(db: Db, accountId: string) {
  return db
    .select({ communityId: joinRequests.communityId, id: joinRequests.id })
    .from(joinRequests)
    .where(eq(joinRequests.accountId, accountId));
}

export async function deleteRequestsOf(db: Db, accountId: string): Promise<void> {
  await db.delete(joinRequests).where(eq(joinRequests.accountId, accountId));
}
