import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships, participants } from "#db/schema/communities.ts";
import { claims, debates, evidence, phaseMoves, positions } from "#db/schema/debates.ts";
import { juries, jurors } from "#db/schema/disputes.ts";
import { profiles } from "#db/schema/profiles.ts";
import { statements } from "#db/schema/statements.ts";
import type { Deed } from "#shared/contract/profiles.ts";

export interface PersonKey {
  readonly communityId: string;
  readonly participantId: string;
}

const ofPerson = ({ communityId, participantId }: PersonKey) =>
  and(eq(profiles.communityId, communityId), eq(profiles.participantId, participantId));

/** Somebody with what they show of themselves; role and time only of who is a member now. */
export async function findPerson(db: Db, { communityId, participantId }: PersonKey) {
  const [row] = await db
    .select({
      person: { id: participants.id, name: participants.name, kind: participants.kind },
      role: memberships.role,
      since: memberships.joinedAt,
      bio: profiles.bio,
      picture: profiles.pictureHash,
      moderation: profiles.moderation,
      juriesServed: sql<number>`(select count(*)::int from ${jurors} join ${juries}
        on ${juries.communityId} = ${jurors.communityId} and ${juries.disputeId} = ${jurors.disputeId}
        and ${juries.level} = ${jurors.level}
        where ${jurors.communityId} = ${participants.communityId} and ${jurors.participantId} = ${participants.id}
        and ${jurors.choice} is not null and ${juries.ruledAt} is not null)`,
    })
    .from(participants)
    .leftJoin(
      memberships,
      and(
        eq(memberships.communityId, participants.communityId),
        eq(memberships.participantId, participants.id),
        eq(memberships.status, "active"),
      ),
    )
    .leftJoin(
      profiles,
      and(
        eq(profiles.communityId, participants.communityId),
        eq(profiles.participantId, participants.id),
      ),
    )
    .where(and(eq(participants.communityId, communityId), eq(participants.id, participantId)));
  return row;
}

export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** Whether somebody is a member; if so, they stay one until the transaction ends. */
export async function holdMember(
  db: Db,
  { communityId, participantId }: PersonKey,
): Promise<boolean> {
  const held = await db
    .select({ id: memberships.participantId })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.participantId, participantId),
        eq(memberships.status, "active"),
      ),
    )
    .for("share");
  return held.length > 0;
}

type Shown = Pick<typeof profiles.$inferInsert, "bio" | "picture" | "pictureHash">;

export async function saveProfile(db: Db, key: PersonKey, shown: Shown): Promise<void> {
  const change = { ...shown, updatedAt: sql`now()` };
  await db
    .insert(profiles)
    .values({ ...key, ...shown })
    .onConflictDoUpdate({ target: [profiles.communityId, profiles.participantId], set: change });
}

export async function findPicture(db: Db, key: PersonKey, hash: string) {
  const [row] = await db
    .select({ picture: profiles.picture })
    .from(profiles)
    .where(and(ofPerson(key), eq(profiles.pictureHash, hash)));
  return row?.picture ?? undefined;
}

/** Forgets all that these people showed of themselves. */
export async function deleteProfiles(
  db: Db,
  of: { readonly communityIds: readonly string[]; readonly participantIds: readonly string[] },
): Promise<void> {
  if (of.participantIds.length === 0) return;
  await db
    .delete(profiles)
    .where(
      and(
        inArray(profiles.communityId, [...of.communityIds]),
        inArray(profiles.participantId, [...of.participantIds]),
      ),
    );
}

export interface DeedRow extends Record<string, unknown>, Omit<Deed, "at"> {
  readonly at: string;
}

interface DeedsPage extends PersonKey {
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** What somebody added and did in debates that everybody can see, the latest first. */
export async function deedsOf(db: Db, page: DeedsPage): Promise<DeedRow[]> {
  const { communityId, participantId, after, limit } = page;
  const part = (columns: SQL, table: SQL, isShown: SQL) => sql`(
    select ${columns} from ${table}
    join ${debates} on ${debates.communityId} = it.community_id and ${debates.id} = it.debate_id
    where it.community_id = ${communityId} and ${isShown}
      and coalesce(${debates.archivedFrom}, ${debates.phase}) <> 'draft'
      ${after ? sql`and (it.created_at, it.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by it.created_at desc, it.id desc limit ${limit})`;
  const byAuthor = sql`it.author_id = ${participantId} and it.withdrawn_at is null`;
  const parts = [
    part(
      sql`it.id, 'debate', it.created_at, '', it.debate_id, it.question, null::uuid`,
      sql`(select *, id as debate_id from ${debates}) it`,
      sql`it.author_id = ${participantId}`,
    ),
    part(
      sql`it.id, 'position', it.created_at, it.title, it.debate_id, ${debates.question}, null::uuid`,
      sql`${positions} it`,
      byAuthor,
    ),
    part(
      sql`it.id, 'claim', it.created_at, it.text, it.debate_id, ${debates.question}, it.id`,
      sql`${claims} it`,
      byAuthor,
    ),
    part(
      sql`it.id, 'evidence', it.created_at, it.title, it.debate_id, ${debates.question}, it.claim_id`,
      sql`${evidence} it`,
      byAuthor,
    ),
    part(
      sql`it.id, 'statement', it.created_at, it.text, it.debate_id, ${debates.question}, null::uuid`,
      sql`${statements} it`,
      sql`${byAuthor} and it.status = 'shown'`,
    ),
    part(
      sql`it.id, 'moved', it.created_at, it.reason, it.debate_id, ${debates.question}, null::uuid`,
      sql`${phaseMoves} it`,
      sql`it.actor_id = ${participantId}`,
    ),
  ];
  const { rows } = await db.execute<DeedRow>(sql`
    select id, kind, at, text, debate_id as "debateId", question, claim_id as "claimId"
    from (${sql.join(parts, sql` union all `)}) deed (id, kind, at, text, debate_id, question, claim_id)
    order by at desc, id desc limit ${limit}`);
  return rows;
}
