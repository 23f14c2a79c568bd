import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships, participants } from "#db/schema/communities.ts";

/** What the index of skeletons holds: people who are or were members, and not those who came with an import. */
const areMembers = (communityId: string) =>
  and(eq(participants.communityId, communityId), eq(participants.kind, "member"));

/** People whose names' skeletons are not known yet, held; whoever is just being renamed has to wait for the next time. */
export async function withoutSkeleton(
  db: Db,
  communityId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: participants.id, name: participants.name })
    .from(participants)
    .where(and(areMembers(communityId), isNull(participants.nameSkeleton)))
    .for("no key update", { skipLocked: true });
}

interface Computed {
  readonly id: string;
  readonly name: string;
  readonly skeleton: string;
}

export async function keepSkeletons(
  db: Db,
  communityId: string,
  rows: readonly Computed[],
): Promise<void> {
  await db.execute(sql`
    update ${participants} set name_skeleton = computed.skeleton
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as computed (id uuid, name text, skeleton text)
    where ${participants.communityId} = ${communityId} and ${participants.id} = computed.id
      and ${participants.name} = computed.name`);
}

interface Sought extends Pick<Computed, "name" | "skeleton"> {
  readonly communityId: string;
  readonly participantId: string;
}

/** The name of another member that is not this one and has the same skeleton. */
export async function findAlike(
  db: Db,
  { communityId, participantId, name, skeleton }: Sought,
): Promise<string | undefined> {
  const [row] = await db
    .select({ name: participants.name })
    .from(participants)
    .innerJoin(
      memberships,
      and(
        eq(memberships.communityId, participants.communityId),
        eq(memberships.participantId, participants.id),
        eq(memberships.status, "active"),
      ),
    )
    .where(
      and(
        areMembers(communityId),
        eq(participants.nameSkeleton, skeleton),
        ne(participants.id, participantId),
        ne(participants.name, name),
      ),
    )
    .orderBy(asc(participants.id))
    .limit(1);
  return row?.name;
}
