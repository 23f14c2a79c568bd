import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { communities, memberships, participants } from "#db/schema/communities.ts";
import { sanctions } from "#db/schema/moderation.ts";
import type { Standing } from "../platform/actor.ts";

/** How accounts stand in communities, in the order asked; null where there is no such community. */
export async function loadStandings(
  db: Db,
  keys: readonly (readonly [communityId: string, accountId: string])[],
): Promise<(Standing | null)[]> {
  const communityIds = [...new Set(keys.map(([communityId]) => communityId))];
  const accountIds = [...new Set(keys.map(([, accountId]) => accountId).filter(Boolean))];
  const [found, members] = await Promise.all([
    db.select().from(communities).where(inArray(communities.id, communityIds)),
    accountIds.length === 0 ? [] : findMembers(db, communityIds, accountIds),
  ]);
  const byId = new Map(found.map((community) => [community.id, community]));
  const byKey = new Map(
    members.map((member) => [`${member.communityId} ${member.accountId}`, member]),
  );
  return keys.map(([communityId, accountId]) => {
    const community = byId.get(communityId);
    if (!community) return null;
    const member = byKey.get(`${communityId} ${accountId}`);
    return {
      communityId,
      slug: community.slug,
      isSignedIn: accountId !== "",
      isPrivate: community.isPrivate,
      role: member?.role ?? null,
      participantId: member?.participantId ?? null,
      name: member?.name ?? null,
      suspendedUntil: member?.suspendedUntil ?? null,
    };
  });
}

async function findMembers(db: Db, communityIds: string[], accountIds: string[]) {
  return db
    .select({
      communityId: memberships.communityId,
      accountId: memberships.accountId,
      participantId: memberships.participantId,
      role: memberships.role,
      name: participants.name,
      suspendedUntil: sql<Date | null>`(
        select max(${sanctions.until}) from ${sanctions}
        where ${sanctions.communityId} = ${memberships.communityId}
          and ${sanctions.participantId} = ${memberships.participantId}
          and ${sanctions.kind} = 'suspend' and ${sanctions.endedAt} is null
          and ${sanctions.until} > now())`.mapWith(sanctions.until),
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
        inArray(memberships.communityId, communityIds),
        inArray(memberships.accountId, accountIds),
        eq(memberships.status, "active"),
      ),
    );
}
