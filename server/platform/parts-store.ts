import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { disputes, jurors } from "#db/schema/disputes.ts";
import { moderationActions } from "#db/schema/moderation.ts";

/** Whether somebody is a side of a case, mediates it, or has or is asked to take a seat in its jury. */
const hasPart = (participantId: string): SQL => sql`(
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
  readonly between: readonly [string, string];
}

/** Whether two people have a part in one case that is not over yet. */
export async function shareOpenCase(db: Db, { communityId, between }: Two): Promise<boolean> {
  const [one, other] = between;
  if (one === other) return false;
  return isAny(
    db,
    sql`${disputes.communityId} = ${communityId} and ${isOpen} and ${hasPart(one)} and ${hasPart(other)}`,
  );
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
