import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { joinedResponses, responses, statements } from "#db/schema/statements.ts";
import { recountStatement } from "./bulk-store.ts";
import type { DebateIds, StatementIds } from "./store.ts";

/** One statement of two: the one that goes, the one that stays, and the action that joins them. */
export interface Joining extends DebateIds {
  readonly actionId: string;
  readonly from: string;
  readonly into: string;
}

/** What is found in a statement's place: itself, or whatever it was joined with in the end. */
export async function standsFor(
  db: Db,
  { communityId, debateId, statementId }: StatementIds,
): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive chain as (
      select id, merged_into from ${statements}
      where community_id = ${communityId} and debate_id = ${debateId} and id = ${statementId}
      union
      select s.id, s.merged_into from ${statements} s join chain on s.id = chain.merged_into
      where s.community_id = ${communityId}
    )
    select id from chain where merged_into is null`);
  return rows[0]?.id ?? statementId;
}

/**
 * Lets the responses to one statement count for another: of two by one person the later. What gives way is kept, and so
 * are the responses that were carried over, where they came from.
 */
export async function joinResponses(db: Db, joining: Joining): Promise<void> {
  const { communityId, debateId, actionId, from, into } = joining;
  await db.execute(sql`
    insert into ${joinedResponses} (community_id, action_id, participant_id, value, responded_at)
    select old.community_id, ${actionId}::uuid, old.participant_id, old.value, old.responded_at
    from ${responses} old join ${responses} new on new.community_id = old.community_id
      and new.statement_id = ${from} and new.participant_id = old.participant_id
      and new.responded_at >= old.responded_at
    where old.community_id = ${communityId} and old.statement_id = ${into}`);
  await db.execute(sql`
    with carried as (
      insert into ${responses} as mine
        (community_id, debate_id, statement_id, participant_id, value, responded_at)
      select community_id, debate_id, ${into}::uuid, participant_id, value, responded_at
      from ${responses} where community_id = ${communityId} and statement_id = ${from}
      order by participant_id
      on conflict (community_id, statement_id, participant_id) do update
        set previous = mine.value, value = excluded.value, responded_at = excluded.responded_at
        where excluded.responded_at >= mine.responded_at
      returning participant_id, value, responded_at
    )
    insert into response_history
      (community_id, debate_id, statement_id, participant_id, value, responded_at)
    select ${communityId}::uuid, ${debateId}::uuid, ${into}::uuid, participant_id, value, responded_at
    from carried order by responded_at`);
  await recountBoth(db, joining);
}

/**
 * Gives responses back to where they were given. Who answered the one anew while the two were one has said something
 * since: that stays.
 */
export async function partResponses(db: Db, joining: Joining): Promise<void> {
  const { communityId, debateId, actionId, from, into } = joining;
  const isCarried = sql`mine.community_id = ${communityId} and mine.statement_id = ${into}
    and theirs.community_id = mine.community_id and theirs.statement_id = ${from}
    and theirs.participant_id = mine.participant_id and theirs.responded_at = mine.responded_at`;
  await db.execute(
    sql`delete from response_history mine using ${responses} theirs where ${isCarried}`,
  );
  await db.execute(sql`delete from ${responses} mine using ${responses} theirs where ${isCarried}`);
  const isJoined = sql`community_id = ${communityId} and action_id = ${actionId}`;
  await db.execute(sql`
    insert into ${responses} (community_id, debate_id, statement_id, participant_id, value, responded_at)
    select community_id, ${debateId}::uuid, ${into}::uuid, participant_id, value, responded_at
    from ${joinedResponses} where ${isJoined}
    on conflict do nothing`);
  await db.execute(sql`delete from ${joinedResponses} where ${isJoined}`);
  await recountBoth(db, joining);
}

async function recountBoth(db: Db, { from, into, ...ids }: Joining): Promise<void> {
  for (const statementId of [from, into]) await recountStatement(db, { ...ids, statementId });
}
