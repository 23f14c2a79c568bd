import { and, type AnyColumn, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/communities.ts";
import { disputes, jurors } from "#db/schema/disputes.ts";
import { moderationActions, sanctions } from "#db/schema/moderation.ts";
import type { Role } from "./actor.ts";

/** Whether somebody is a side of a case, mediates it, or has or is asked to take a seat in its jury. */
const hasPart = (participantId: string | AnyColumn): SQL => sql`(
  ${participantId} in (${disputes.claimantId}, ${disputes.respondentId}, ${disputes.mediatorId})
  or exists (
    select from ${jurors} where ${jurors.communityId} = ${disputes.communityId}
      and ${jurors.disputeId} = ${disputes.id} and ${jurors.participantId} = ${participantId}
      and ${jurors.status} in ('invited', 'serving')
  ))`;

const isOpen = sql`${disputes.stage} not in ('ruled', 'withdrawn')`;

async function isAny(db: Db, where: SQL): Promise<boolean> {
  const { rows } = await db.execute(sql`select from ${disputes} where ${where} limit 1`);
  return rows.length > 0;
}

interface Two {
  readonly communityId: string;
  /** Whoever wants to do something to the other. */
  readonly participantId: string;
  readonly otherId: string;
}

/**
 * Whether two people have a part in one case that is not over yet; where a time is given, those cases that the other
 * brought later than that are not looked at.
 */
export async function shareOpenCase(
  db: Db,
  { communityId, participantId, otherId }: Two,
  broughtUntil?: Date,
): Promise<boolean> {
  if (participantId === otherId) return false;
  const isMeant =
    broughtUntil === undefined
      ? sql``
      : sql`and (${disputes.claimantId} <> ${otherId} or ${disputes.openedAt} <= ${broughtUntil.toISOString()}::timestamptz)`;
  return isAny(
    db,
    sql`${disputes.communityId} = ${communityId} and ${isOpen} and ${hasPart(participantId)}
      and ${hasPart(otherId)} ${isMeant}`,
  );
}

interface Office {
  readonly communityId: string;
  readonly otherId: string;
  readonly roles: readonly Role[];
}

/** Whether anybody in one of these roles could decide about somebody: is not suspended, and in no open case with them. */
export async function isAnybodyFree(
  db: Db,
  { communityId, otherId, roles }: Office,
): Promise<boolean> {
  const isSuspended = sql`exists (select from ${sanctions}
    where ${sanctions.communityId} = ${communityId} and ${sanctions.participantId} = ${memberships.participantId}
      and ${sanctions.kind} = 'suspend' and ${sanctions.endedAt} is null and ${sanctions.until} > now())`;
  const isOpponent = sql`exists (select from ${disputes}
    where ${disputes.communityId} = ${communityId} and ${isOpen} and ${hasPart(otherId)}
      and ${hasPart(memberships.participantId)})`;
  const rows = await db
    .select({ id: memberships.participantId })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.status, "active"),
        inArray(memberships.role, [...roles]),
        ne(memberships.participantId, otherId),
        sql`not ${isSuspended} and not ${isOpponent}`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

interface About {
  readonly communityId: string;
  readonly subjectId: string;
  readonly participantId: string;
}

/** Whether somebody has or had a part in a case about what was done to a thing. */
export async function hadPartAbout(db: Db, about: About): Promise<boolean> {
  const { communityId, subjectId, participantId } = about;
  return isAny(
    db,
    sql`${disputes.communityId} = ${communityId} and ${disputes.kind} = 'action' and ${hasPart(participantId)}
      and ${disputes.subjectId} in (
        select ${moderationActions.id} from ${moderationActions}
        where ${moderationActions.communityId} = ${communityId} and ${moderationActions.subjectId} = ${subjectId}
      )`,
  );
}
