import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Population } from "#shared/contract/representation.ts";

/** Whose representation is asked for. */
export interface Whose {
  readonly communityId: string;
  readonly population: Population;
  /** the debate's, decision's or panel's id; empty for the whole community */
  readonly subjectId: string;
}

const membersAmong = ({ communityId }: Whose) => sql`select participant_id as id from memberships
  where community_id = ${communityId} and status = 'active'`;

/** All that people wrote in a debate and stands there. */
const writing = ({ communityId, subjectId }: Whose) => sql`
  select author_id as id, text from claims
    where community_id = ${communityId} and debate_id = ${subjectId}::uuid and withdrawn_at is null
  union all select author_id, text from comments
    where community_id = ${communityId} and debate_id = ${subjectId}::uuid and withdrawn_at is null
  union all select author_id, title || ' ' || text from positions
    where community_id = ${communityId} and debate_id = ${subjectId}::uuid and withdrawn_at is null
  union all select author_id, text from statements
    where community_id = ${communityId} and debate_id = ${subjectId}::uuid and withdrawn_at is null`;

const takingPart = (whose: Whose) => {
  const { communityId, subjectId } = whose;
  switch (whose.population) {
    case "community":
      return membersAmong(whose);
    case "debate":
      return sql`select id from (${writing(whose)}) as written union
        select participant_id from responses
          where community_id = ${communityId} and debate_id = ${subjectId}::uuid`;
    case "decision":
      return sql`select voter_id as id from ballots
          where community_id = ${communityId} and decision_id = ${subjectId}::uuid and voter_id is not null
        union select participant_id from roll_entries
          where community_id = ${communityId} and decision_id = ${subjectId}::uuid`;
    case "panel":
      return sql`select participant_id as id from panel_volunteers
        where community_id = ${communityId} and panel_id = ${subjectId}::uuid and seat = 'accepted'`;
    case "juries":
      return sql`select participant_id as id from jurors
        where community_id = ${communityId} and voted_at is not null`;
    case "moderation":
      return sql`select author_id as id from moderation_actions
        where community_id = ${communityId} and author_id is not null and state = 'in-force'`;
  }
};

/** Who they are, members only: nobody else says anything about themselves. */
export async function peopleIn(db: Db, whose: Whose): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct part.id from (${takingPart(whose)}) as part
    join (${membersAmong(whose)}) as member on member.id = part.id
    order by part.id`);
  return rows.map(({ id }) => id);
}

export interface Writing {
  readonly id: string;
  readonly words: number;
  readonly replies: number;
}

/** How many words each wrote in a debate, and how often others answered under their claims. */
export async function writingIn(db: Db, whose: Whose): Promise<Writing[]> {
  const { communityId, subjectId } = whose;
  const { rows } = await db.execute<{ id: string; words: number; replies: number }>(sql`
    with words as (
      select id, sum(cardinality(regexp_split_to_array(trim(text), '\\s+')))::int as words
      from (${writing(whose)}) as written where trim(text) <> '' group by id
    ), replies as (
      select claims.author_id as id, count(*)::int as replies
      from comments join claims on claims.community_id = comments.community_id
        and claims.id = comments.claim_id
      where comments.community_id = ${communityId} and comments.debate_id = ${subjectId}::uuid
        and comments.author_id <> claims.author_id and comments.withdrawn_at is null
      group by claims.author_id
    )
    select words.id, words.words, coalesce(replies.replies, 0) as replies
    from words left join replies using (id) order by words.id`);
  return rows.map(({ id, words, replies }) => ({
    id,
    words: Number(words),
    replies: Number(replies),
  }));
}

/** What a decision chose between. */
export async function optionsOfDecision(
  db: Db,
  { communityId, subjectId }: Whose,
): Promise<{ id: string; title: string }[]> {
  const { rows } = await db.execute<{ id: string; title: string }>(sql`
    select id, title from decision_options
    where community_id = ${communityId} and decision_id = ${subjectId}::uuid order by "order"`);
  return rows.map(({ id, title }) => ({ id, title }));
}
