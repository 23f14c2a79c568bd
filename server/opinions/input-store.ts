import { asc, and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { debates } from "#db/schema/debates.ts";
import { statements } from "#db/schema/statements.ts";
import type { DebateIds } from "./store.ts";

/** Lets one analysis of a debate after the other go on, on whichever server, until the transaction ends. */
export async function takeTurn(db: Db, { debateId }: DebateIds): Promise<Date> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`opinions ${debateId}`}, 0))`,
  );
  const { rows } = await db.execute<{ now: Date | string }>(sql`select clock_timestamp() as now`);
  return new Date(rows[0]?.now ?? 0);
}

/** The newest response that is in a community's history. */
export async function headOfHistory(db: Db, { communityId }: DebateIds): Promise<number> {
  const { rows } = await db.execute<{ id: number | null }>(sql`
    select max(id)::float8 as id from response_history where community_id = ${communityId}`);
  return rows[0]?.id ?? 0;
}

/** How many responses came into a debate after some place of its community's history. */
export async function countSince(
  db: Db,
  { communityId, debateId }: DebateIds,
  historyId: number,
): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from response_history
    where community_id = ${communityId} and id > ${historyId} and debate_id = ${debateId}`);
  return rows[0]?.count ?? 0;
}

/** All statements of a debate in the order in which they were made, and which of them are to be seen. */
export async function statementsOf(db: Db, { communityId, debateId }: DebateIds) {
  return db
    .select({
      id: statements.id,
      isShown: sql<boolean>`${statements.status} = 'shown' and ${statements.withdrawnAt} is null`,
    })
    .from(statements)
    .where(and(eq(statements.communityId, communityId), eq(statements.debateId, debateId)))
    .orderBy(asc(statements.createdAt), asc(statements.id));
}

export async function countsVisitors(db: Db, { communityId, debateId }: DebateIds) {
  const [row] = await db
    .select({ countsVisitors: debates.countsVisitors })
    .from(debates)
    .where(and(eq(debates.communityId, communityId), eq(debates.id, debateId)));
  return row?.countsVisitors ?? false;
}

/** One person's responses: codes of the kernel (three times the statement's number, and the value plus 1), and minutes. */
export interface PersonRow extends Record<string, unknown> {
  readonly id: string;
  readonly codes: string;
  readonly minutes: string;
}

interface Wanted {
  /** The statements whose responses are read, each with the number that it has in the run. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly withVisitors: boolean;
}

/** What people responded, by person; without those who were removed from the community. */
export async function responsesByPerson(
  db: Db,
  { communityId, debateId }: DebateIds,
  { numbers, withVisitors }: Wanted,
): Promise<PersonRow[]> {
  const { rows } = await db.execute<PersonRow>(sql`
    select r.participant_id as id,
      string_agg((3 * s.number + r.value + 1)::text, ' ' order by s.number) as codes,
      string_agg((extract(epoch from r.responded_at)::bigint / 60)::text, ' ' order by s.number) as minutes
    from unnest(${sql.param([...numbers.keys()])}::uuid[], ${sql.param([...numbers.values()])}::int[])
      as s(id, number)
    join responses r on r.community_id = ${communityId} and r.statement_id = s.id
    where r.debate_id = ${debateId}
      and not exists (
        select from memberships m where m.community_id = r.community_id
          and m.participant_id = r.participant_id and m.status = 'removed'
      )
      and (${withVisitors} or not exists (
        select from responders v where v.community_id = r.community_id
          and v.debate_id = r.debate_id and v.participant_id = r.participant_id and v.is_visitor
      ))
    group by r.participant_id order by r.participant_id`);
  return rows;
}
