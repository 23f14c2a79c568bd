import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { summaries, summaryRatings } from "#db/schema/curation.ts";
import { claims, evidence, evidenceReviews, truthRatings } from "#db/schema/debates.ts";
import { responders, responses, statements } from "#db/schema/statements.ts";
import { everybodyOut } from "../../platform/out-store.ts";
import { isOutOfSight } from "../../platform/withheld-store.ts";
import { isGone } from "../claim-store.ts";
import type { DebateIds } from "../store.ts";

/** What people rate in a debate; statements are no part of its argument, and have scores of their own. */
export type ThingKind = "claim" | "source" | "summary" | "statement";

/** Something that was rated, and by how many. */
export interface CountedThing extends Record<string, unknown> {
  readonly kind: ThingKind;
  readonly id: string;
  readonly raters: number;
}

/** Everybody's ratings of one thing, in the order of their ids. */
export interface RatedThing extends CountedThing {
  readonly people: readonly string[];
  /** How good each finds it, from 0 (not at all) to 1. */
  readonly values: readonly number[];
  /** When each said so, in ms. */
  readonly at: readonly number[];
}

/** Which ratings are looked at: of the argument, and where it has a summary in sight, of that version and of statements. */
export interface Scope extends DebateIds {
  readonly version: number | null;
}

/** From 3 of 4 on a claim is found true, up to 1 untrue. A source is good where it bears its claim out. */
const howTrue = sql`case when r.rating >= 3 then 1 when r.rating <= 1 then 0 else 0.5 end`;
const howGood = sql`case r.verdict when 'supports' then 1 else 0 end`;
const howFair = sql`case r.rating when 'fair' then 1 when 'partly' then 0.5 else 0 end`;
const howAgreeable = sql`(r.value + 1) / 2.0`;

const isInSight = (moderation: AnyPgColumn) => sql`(${isOutOfSight(moderation)}) is not true`;
const claimStands = sql`not ${isGone} and ${isInSight(claims.moderation)}`;

/** What people who belong to the community say of what stands in sight, one row each; not what they don't know. */
function said({ communityId, debateId, version }: Scope): SQL {
  const isHere = sql`r.community_id = ${communityId} and r.debate_id = ${debateId}`;
  const ofArgument = sql`
    select 'claim' as kind, claim_id as id, r.participant_id, ${howTrue} as value,
      r.rated_at as said_at
    from ${truthRatings} r
    join ${claims} on ${claims.communityId} = r.community_id and ${claims.id} = r.claim_id
    where ${isHere} and r.rating is not null and ${claimStands}
    union all
    select 'source', evidence_id, r.participant_id, ${howGood}, r.reviewed_at
    from ${evidenceReviews} r
    join ${evidence} on ${evidence.communityId} = r.community_id and ${evidence.id} = r.evidence_id
    join ${claims} on ${claims.communityId} = r.community_id and ${claims.id} = ${evidence.claimId}
    where ${isHere} and ${evidence.withdrawnAt} is null and ${isInSight(evidence.moderation)}
      and ${claimStands}`;
  if (version === null) return ofArgument;
  // Who has no account rates no summary, and is none of those who differ over it. Statements are named by their ids: joined,
  // all answers may be read again for each of them.
  return sql`${ofArgument}
    union all
    select 'summary', r.debate_id, r.participant_id, ${howFair}, r.rated_at
    from ${summaryRatings} r where ${isHere} and r.version = ${version}
    union all
    select 'statement', statement_id, r.participant_id, ${howAgreeable}, r.responded_at
    from ${responses} r
    where r.community_id = ${communityId} and r.statement_id = any(array(
        select s.id from ${statements} s
        where s.community_id = ${communityId} and s.debate_id = ${debateId}
          and s.status = 'shown' and s.withdrawn_at is null and not s.is_meta
      ))
      and not exists (
        select from ${responders} who where who.community_id = ${communityId}
          and who.debate_id = ${debateId} and who.is_visitor
          and who.participant_id = r.participant_id
      )`;
}

/** The same by what it is said of, but for whoever is out. */
const byThing = (scope: Scope, columns: SQL) => sql`
  select kind, id, count(*)::int as raters ${columns}
  from (${said(scope)}) as said
  where participant_id not in ${everybodyOut(scope.communityId)}
  group by kind, id
  order by kind, id`;

/** Everybody's ratings. */
export async function ratedThings(db: Db, scope: Scope): Promise<RatedThing[]> {
  const { rows } = await db.execute<RatedThing>(
    byThing(
      scope,
      sql`, array_agg(participant_id order by participant_id) as people,
        array_agg(value::float8 order by participant_id) as values,
        array_agg((extract(epoch from said_at) * 1000)::float8 order by participant_id) as at`,
    ),
  );
  return rows;
}

/** Only by how many, where there are more ratings than can be looked at. */
export async function countedThings(db: Db, scope: Scope): Promise<CountedThing[]> {
  const { rows } = await db.execute<CountedThing>(byThing(scope, sql``));
  return rows;
}

/** Whether there are more ratings in a debate than so many. */
export async function hasMoreRatings(
  db: Db,
  { communityId, debateId, version }: Scope,
  most: number,
): Promise<boolean> {
  const isHere = sql`community_id = ${communityId} and debate_id = ${debateId}`;
  const beside = sql`
    union all (select from ${summaryRatings} where ${isHere} and version = ${version})
    union all (select from ${responses} where ${isHere})`;
  const { rows } = await db.execute(sql`
    select from (
      (select from ${truthRatings} where ${isHere})
      union all (select from ${evidenceReviews} where ${isHere})
      ${version === null ? sql`` : beside}
    ) as ratings
    limit 1 offset ${most}`);
  return rows.length > 0;
}

/** Which version the summary of a debate is at; null where it says nothing. */
export async function versionInSight(
  db: Db,
  { communityId, debateId }: DebateIds,
): Promise<number | null> {
  const { rows } = await db.execute<{ version: number; text: string }>(sql`
    select version, text from ${summaries}
    where community_id = ${communityId} and debate_id = ${debateId}
    order by version desc limit 1`);
  const [newest] = rows;
  return newest && newest.text !== "" ? newest.version : null;
}
