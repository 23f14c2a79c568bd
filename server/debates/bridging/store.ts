import { sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { claims, evidence, evidenceReviews, truthRatings } from "#db/schema/debates.ts";
import { isOut } from "../../platform/out-store.ts";
import { isOutOfSight } from "../../platform/withheld-store.ts";
import { isGone } from "../claim-store.ts";
import type { DebateIds } from "../store.ts";

/** Everybody's ratings of one thing, in the order of their ids. */
export interface RatedThing extends Record<string, unknown> {
  readonly kind: "claim" | "source";
  readonly id: string;
  readonly people: readonly string[];
  /** How good each finds it, from 0 (not at all) to 1. */
  readonly values: readonly number[];
  /** When each said so, in ms. */
  readonly at: readonly number[];
}

/** From 3 of 4 on a claim is found true, up to 1 untrue. A source is good where it bears its claim out. */
const howTrue = sql`case when r.rating >= 3 then 1 when r.rating <= 1 then 0 else 0.5 end`;
const howGood = sql`case r.verdict when 'supports' then 1 else 0 end`;

const isInSight = (moderation: AnyPgColumn) => sql`(${isOutOfSight(moderation)}) is not true`;
const claimStands = sql`not ${isGone} and ${isInSight(claims.moderation)}`;

/** What people who belong to the community say of a debate's claims and sources that stand in sight; not what they don't know. */
export async function ratedThings(
  db: Db,
  { communityId, debateId }: DebateIds,
): Promise<RatedThing[]> {
  const { rows } = await db.execute<RatedThing>(sql`
    select kind, id, array_agg(participant_id order by participant_id) as people,
      array_agg(value::float8 order by participant_id) as values,
      array_agg((extract(epoch from said_at) * 1000)::float8 order by participant_id) as at
    from (
      select 'claim' as kind, claim_id as id, r.community_id, r.participant_id, ${howTrue} as value,
        r.rated_at as said_at
      from ${truthRatings} r
      join ${claims} on ${claims.communityId} = r.community_id and ${claims.id} = r.claim_id
      where r.community_id = ${communityId} and r.debate_id = ${debateId} and r.rating is not null
        and ${claimStands}
      union all
      select 'source', evidence_id, r.community_id, r.participant_id, ${howGood}, r.reviewed_at
      from ${evidenceReviews} r
      join ${evidence} on ${evidence.communityId} = r.community_id and ${evidence.id} = r.evidence_id
      join ${claims} on ${claims.communityId} = r.community_id and ${claims.id} = ${evidence.claimId}
      where r.community_id = ${communityId} and r.debate_id = ${debateId}
        and ${evidence.withdrawnAt} is null and ${isInSight(evidence.moderation)} and ${claimStands}
    ) as r
    where not ${isOut(sql`r`)}
    group by kind, id
    order by kind, id`);
  return rows;
}

/** Whether there are more ratings in a debate than so many. */
export async function hasMoreRatings(
  db: Db,
  { communityId, debateId }: DebateIds,
  most: number,
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from (
      (select from ${truthRatings} where community_id = ${communityId} and debate_id = ${debateId})
      union all
      (select from ${evidenceReviews} where community_id = ${communityId} and debate_id = ${debateId})
    ) as ratings
    limit 1 offset ${most}`);
  return rows.length > 0;
}
