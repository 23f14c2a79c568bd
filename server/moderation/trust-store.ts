import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { acknowledgements, comments } from "#db/schema/comments.ts";
import { claims, evidence, evidenceReviews, positions } from "#db/schema/debates.ts";
import { moderationActions } from "#db/schema/moderation.ts";
import { statements } from "#db/schema/statements.ts";
import type { TrustFacts } from "#shared/moderation/trust.ts";

interface Member {
  readonly communityId: string;
  readonly participantId: string;
}

/** What a member has done that counts for trust. */
export async function trustFacts(db: Db, member: Member): Promise<TrustFacts> {
  const { communityId, participantId } = member;
  const of = (table: PgTable): SQL => sql`select it.created_at from ${table} it
    where it.community_id = ${communityId} and it.author_id = ${participantId}
      and it.withdrawn_at is null`;
  const { rows } = await db.execute<TrustFacts & Record<string, unknown>>(sql`
    with written as (
      ${of(claims)} union all ${of(positions)} union all ${of(comments)}
      union all ${of(evidence)} union all ${of(statements)}
    )
    select
      (select count(distinct (created_at at time zone 'UTC')::date)::int from written) as "activeDays",
      (select count(*)::int from written) as "contributions",
      (${wellPutBy(member)}) as "wellPutBy",
      (${acceptedSources(member)}) as "acceptedSources",
      (${actionsAbout(member)}) as "actions"`);
  const [facts] = rows;
  if (!facts) throw new Error("a query without tables gives a row");
  return facts;
}

function wellPutBy({ communityId, participantId }: Member): SQL {
  const own = (table: PgTable) => sql`select it.id from ${table} it
    where it.community_id = ${communityId} and it.author_id = ${participantId}
      and it.withdrawn_at is null`;
  return sql`select count(distinct thanks.participant_id)::int from ${acknowledgements} thanks
    where thanks.community_id = ${communityId} and thanks.participant_id <> ${participantId}
      and thanks.subject_id in (${own(claims)} union all ${own(comments)})`;
}

function acceptedSources({ communityId, participantId }: Member): SQL {
  return sql`select count(*)::int from ${evidence} it
    where it.community_id = ${communityId} and it.author_id = ${participantId}
      and it.withdrawn_at is null and (
        select sum(case review.verdict when 'supports' then 1 else -1 end) from ${evidenceReviews} review
        where review.community_id = it.community_id and review.evidence_id = it.id
          and review.participant_id <> ${participantId}) > 0`;
}

function actionsAbout({ communityId, participantId }: Member): SQL {
  return sql`select count(*)::int from ${moderationActions} act
    where act.community_id = ${communityId} and act.author_id = ${participantId}
      and act.kind in ('hide', 'remove', 'warn', 'rate-limit', 'suspend')
      and act.state in ('in-force', 'ended') and act.created_at > now() - interval '90 days'`;
}
