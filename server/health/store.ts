import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

const quarterOf = (moment: ReturnType<typeof sql>) =>
  sql`to_char(date_trunc('quarter', ${moment} at time zone 'UTC'), 'YYYY-MM-DD')`;

/** All that people wrote in debates that everybody here may read, and that stands there. */
const written = (communityId: string) => sql`
  select debate_id, author_id, created_at, length(text) as size from claims
    where community_id = ${communityId} and withdrawn_at is null
  union all select debate_id, author_id, created_at, length(text) from comments
    where community_id = ${communityId} and withdrawn_at is null
  union all select debate_id, author_id, created_at, length(title) + length(text) from positions
    where community_id = ${communityId} and withdrawn_at is null
  union all select debate_id, author_id, created_at, length(text) from statements
    where community_id = ${communityId} and withdrawn_at is null`;

const published = (communityId: string) =>
  sql`select id, author_id, created_at from debates where community_id = ${communityId} and phase <> 'draft'`;

export interface Voices extends Record<string, unknown> {
  readonly quarter: string;
  readonly people: number;
  readonly fresh: number;
  readonly words: number;
  readonly topWords: number;
}

/** Who wrote in each quarter since a day: how many, how many for the first time, how much, and the top tenth of them. */
export async function voicesIn(db: Db, communityId: string, since: string): Promise<Voices[]> {
  const { rows } = await db.execute<Voices>(sql`
    with sizes as (
      select ${quarterOf(sql`w.created_at`)} as quarter, w.author_id, sum(w.size) as size
      from (${written(communityId)}) as w
      join (${published(communityId)}) as d on d.id = w.debate_id
      join participants p on p.community_id = ${communityId} and p.id = w.author_id and p.kind = 'member'
      group by 1, 2
    ), ranked as (
      select *, row_number() over (partition by quarter order by size desc, author_id) as place,
        count(*) over (partition by quarter) as people,
        quarter = min(quarter) over (partition by author_id) as is_fresh
      from sizes
    )
    select quarter, max(people)::int as people, (count(*) filter (where is_fresh))::int as fresh,
      sum(size)::float8 as words,
      coalesce(sum(size) filter (where place <= ceil(people / 10.0)), 0)::float8 as "topWords"
    from ranked where quarter >= ${since} group by quarter`);
  return rows;
}

/** How many people asked the questions of each quarter. */
export async function agendaIn(db: Db, communityId: string, since: string) {
  const { rows } = await db.execute<{ quarter: string; people: number }>(sql`
    select ${quarterOf(sql`created_at`)} as quarter, count(distinct author_id)::int as people
    from (${published(communityId)}) as d where created_at >= ${since}::date group by 1`);
  return rows;
}

/** From each debate's question to its first decision that closed. */
export async function answeredIn(db: Db, communityId: string, since: string) {
  const { rows } = await db.execute<{ quarter: string; days: number }>(sql`
    select ${quarterOf(sql`min(c.closed_at)`)} as quarter,
      floor(extract(epoch from min(c.closed_at) - d.created_at) / 86400)::int as days
    from (${published(communityId)}) as d
    join decisions c on c.community_id = ${communityId} and c.debate_id = d.id and c.status = 'closed'
    group by d.id, d.created_at having min(c.closed_at) >= ${since}::date`);
  return rows;
}

/** Appeals against moderators on which juries ruled, and those of them that changed something. */
export async function appealsIn(db: Db, communityId: string, since: string) {
  const { rows } = await db.execute<{ quarter: string; all: number; some: number }>(sql`
    select ${quarterOf(sql`ended_at`)} as quarter, count(*)::int as all,
      (count(*) filter (where choice <> 'uphold'))::int as some
    from disputes where community_id = ${communityId} and kind = 'action' and choice is not null
      and ended_at >= ${since}::date group by 1`);
  return rows;
}
