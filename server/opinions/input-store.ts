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

/**
 * Whose responses to a debate do not count: of who was removed from the community, of who is suspended for as long as
 * that lasts, and of visitors unless they are counted.
 */
export async function peopleLeftOut(
  db: Db,
  { communityId, debateId }: DebateIds,
  withVisitors: boolean,
): Promise<ReadonlySet<string>> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select r.participant_id as id from responders r
    where r.community_id = ${communityId} and r.debate_id = ${debateId} and (
      (r.is_visitor and not ${withVisitors})
      or exists (
        select from memberships m where m.community_id = r.community_id
          and m.participant_id = r.participant_id and m.status = 'removed'
      )
      or exists (
        select from sanctions s where s.community_id = r.community_id
          and s.participant_id = r.participant_id and s.kind = 'suspend'
          and s.ended_at is null and s.until > clock_timestamp()
      )
    )`);
  return new Set(rows.map(({ id }) => id));
}

/**
 * What people responded, by person.
 * @param numbers the statements whose responses are read, each with the number that it has in the run
 */
export async function responsesByPerson(
  db: Db,
  { communityId, debateId }: DebateIds,
  numbers: ReadonlyMap<string, number>,
): Promise<PersonRow[]> {
  const { rows } = await db.execute<PersonRow>(sql`
    select r.participant_id as id,
      string_agg((3 * s.number + r.value + 1)::text, ' ' order by s.number) as codes,
      string_agg((extract(epoch from r.responded_at)::bigint / 60)::text, ' ' order by s.number) as minutes
    from unnest(${sql.param([...numbers.keys()])}::uuid[], ${sql.param([...numbers.values()])}::int[])
      as s(id, number)
    join responses r on r.community_id = ${communityId} and r.statement_id = s.id
    where r.debate_id = ${debateId}
    group by r.participant_id order by r.participant_id`);
  return rows;
}
