import { and, asc, count, eq, ilike, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { memberships, participants } from "#db/schema/communities.ts";
import { curated } from "#db/schema/curation.ts";
import { debates } from "#db/schema/debates.ts";
import { profiles } from "#db/schema/profiles.ts";
import type { Role } from "../platform/actor.ts";
import { containing } from "./community-store.ts";

export type MembershipRow = typeof memberships.$inferSelect;
export type MemberRow = MembershipRow & {
  readonly name: string;
  /** What the address of the picture ends with. */
  readonly picture?: string | null;
};

const rank = sql<number>`case ${memberships.role} when 'owner' then 0 when 'moderator' then 1 else 2 end`;

function selectMembers(db: Db) {
  return db
    .select({
      membership: memberships,
      name: participants.name,
      picture: profiles.pictureHash,
      rank,
    })
    .from(memberships)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, memberships.communityId),
        eq(participants.id, memberships.participantId),
      ),
    )
    .leftJoin(
      profiles,
      and(
        eq(profiles.communityId, memberships.communityId),
        eq(profiles.participantId, memberships.participantId),
      ),
    );
}

type Selected = Pick<MemberRow, "name" | "picture"> & { readonly membership: MembershipRow };

const toMember = (row: Selected | undefined): MemberRow | undefined =>
  row && { ...row.membership, name: row.name, picture: row.picture ?? null };

/** An account's place in a community, whatever its status. */
export async function findMembership(db: Db, communityId: string, accountId: string) {
  const [row] = await selectMembers(db).where(
    and(eq(memberships.communityId, communityId), eq(memberships.accountId, accountId)),
  );
  return toMember(row);
}

/** Whether somebody looks after a debate: began one, or was named for one. */
export async function facilitates(
  db: Db,
  { communityId, participantId }: Pick<MembershipRow, "communityId" | "participantId">,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from ${debates}
    where ${debates.communityId} = ${communityId} and ${debates.authorId} = ${participantId}
    union all
    select from ${curated}
    where ${curated.communityId} = ${communityId} and ${curated.kind} = 'facilitator'
      and ${curated.subjectId} = ${participantId}
    limit 1`);
  return rows.length > 0;
}

/** A member who is active. */
export async function findMember(db: Db, communityId: string, participantId: string) {
  const [row] = await selectMembers(db).where(
    and(
      eq(memberships.communityId, communityId),
      eq(memberships.participantId, participantId),
      eq(memberships.status, "active"),
    ),
  );
  return toMember(row);
}

interface Place {
  readonly rank: number;
  readonly id: string;
}

interface Part {
  readonly search: string | undefined;
  readonly role: Role | undefined;
  readonly after: Place | null;
  readonly limit: number;
}

/** Active members by role, then in the order in which they first came. */
export async function listActive(
  db: Db,
  communityId: string,
  { search, role, after, limit }: Part,
) {
  const rows = await selectMembers(db)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.status, "active"),
        role === undefined ? undefined : eq(memberships.role, role),
        search === undefined ? undefined : ilike(participants.name, containing(search)),
        after === null
          ? undefined
          : sql`(${rank}, ${memberships.participantId}) > (${after.rank}::int, ${after.id}::uuid)`,
      ),
    )
    .orderBy(rank, asc(memberships.participantId))
    .limit(limit);
  return rows.map(({ membership, name, picture, rank: at }) => ({
    ...membership,
    name,
    picture,
    rank: Number(at),
  }));
}

/** Everybody who is a member now, with role and name. */
export async function allActive(db: Db, communityId: string, roles?: readonly Role[]) {
  return db
    .select({
      participantId: memberships.participantId,
      role: memberships.role,
      name: participants.name,
    })
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
        eq(memberships.status, "active"),
        roles === undefined ? undefined : inArray(memberships.role, [...roles]),
      ),
    )
    .orderBy(asc(memberships.participantId));
}

export async function countOwners(db: Db, communityId: string): Promise<number> {
  const [row] = await db
    .select({ owners: count() })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.status, "active"),
        eq(memberships.role, "owner"),
      ),
    );
  return row?.owners ?? 0;
}

export async function insertParticipants(
  db: Db,
  rows: readonly (typeof participants.$inferInsert)[],
): Promise<void> {
  await db.insert(participants).values([...rows]);
}

export async function insertMembership(
  db: Db,
  row: typeof memberships.$inferInsert,
): Promise<void> {
  await db.insert(memberships).values(row);
}

type MemberKey = Pick<MembershipRow, "communityId" | "participantId">;

const ofMember = ({ communityId, participantId }: MemberKey) =>
  and(eq(memberships.communityId, communityId), eq(memberships.participantId, participantId));

export async function setRole(db: Db, member: MemberKey, role: Role): Promise<void> {
  await db.update(memberships).set({ role }).where(ofMember(member));
}

/** Ends a membership; the participant and what it wrote stay. */
export async function endMembership(
  db: Db,
  member: MemberKey,
  status: "left" | "removed",
): Promise<void> {
  await db
    .update(memberships)
    .set({ status, role: "member", endedAt: sql`clock_timestamp()` })
    .where(ofMember(member));
}

export async function renewMembership(
  db: Db,
  member: MemberKey,
  entry: Pick<MembershipRow, "role" | "invitedBy">,
): Promise<void> {
  await db
    .update(memberships)
    .set({ ...entry, status: "active", joinedAt: sql`clock_timestamp()`, endedAt: null })
    .where(ofMember(member));
}

export async function renameParticipant(
  db: Db,
  { communityId, participantId }: MemberKey,
  name: string,
): Promise<void> {
  await db
    .update(participants)
    .set({ name })
    .where(and(eq(participants.communityId, communityId), eq(participants.id, participantId)));
}

/** The name that an account offers to communities. */
export async function accountName(db: Db, accountId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ name: accounts.name })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row?.name;
}
