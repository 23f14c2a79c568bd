import { asc, and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { debates } from "#db/schema/debates.ts";
import { statements } from "#db/schema/statements.ts";
import { everybodyOut } from "../platform/out-store.ts";
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

/** How many responses came into a debate that its newest run does not know of; without a run, all. */
export async function countSince(
  db: Db,
  { communityId, debateId }: DebateIds,
  run: { readonly id: string; readonly historyId: number } | undefined,
): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from response_history
    where community_id = ${communityId} and debate_id = ${debateId} and id > greatest(
      ${run?.historyId ?? 0}::bigint,
      (select history_id from opinion_people
        where community_id = ${communityId} and debate_id = ${debateId} and run_id = ${run?.id ?? null}::uuid)
    )`);
  return rows[0]?.count ?? 0;
}

/** All statements of a debate in the order in which they were made, and which of them are part of the analysis. */
export async function statementsOf(db: Db, { communityId, debateId }: DebateIds) {
  return db
    .select({
      id: statements.id,
      isShown: sql<boolean>`${statements.status} = 'shown' and ${statements.withdrawnAt} is null
        and not ${statements.isMeta}`,
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

/** Somebody who responded, and whose responses are looked at apart. */
export interface PersonApart {
  readonly isVisitor: boolean;
  /** Removed from the community, or suspended for as long as that lasts: their responses do not count. */
  readonly isOut: boolean;
}

export async function peopleApart(
  db: Db,
  { communityId, debateId }: DebateIds,
): Promise<ReadonlyMap<string, PersonApart>> {
  const { rows } = await db.execute<PersonApart & { id: string } & Record<string, unknown>>(sql`
    select * from (
      select r.participant_id as id, r.is_visitor as "isVisitor",
        r.participant_id in ${everybodyOut(communityId)} as "isOut"
      from responders r where r.community_id = ${communityId} and r.debate_id = ${debateId}
    ) as all_people
    where "isVisitor" or "isOut"`);
  return new Map(rows.map(({ id, isVisitor, isOut }) => [id, { isVisitor, isOut }]));
}

/** One person's responses, by statement: codes of the kernel (see `codeOf`), and the minute of each since 1970. */
export interface OwnResponses {
  readonly codes: Uint16Array;
  readonly minutes: Int32Array;
}

interface PersonRow extends Record<string, unknown> {
  readonly id: string;
  readonly codes: Buffer | null;
  readonly minutes: Buffer | null;
}

/** Codes go up to three times the number of statements, which signed numbers of two bytes hold once moved. */
const moved = 32_768;

const numbered = (statementIds: readonly string[]) => sql`(
  select id, number::int - 1 as number
  from unnest(${sql.param([...statementIds])}::uuid[]) with ordinality as given(id, number)
) as s`;

/** By participant, what is in `r`. */
const own = sql`
  r.participant_id as id,
    string_agg(int2send((3 * s.number + r.value + 1 - ${moved}::int)::int2), ''::bytea order by s.number)
      as codes,
    string_agg(int4send(floor(extract(epoch from r.responded_at) / 60)::int4), ''::bytea order by s.number)
      as minutes`;

function readOwn({ id, codes, minutes }: PersonRow): { id: string; own: OwnResponses }[] {
  if (codes === null || minutes === null) return [];
  const own = {
    codes: new Uint16Array(codes.length / 2),
    minutes: new Int32Array(minutes.length / 4),
  };
  for (let at = 0; at < own.codes.length; at += 1) {
    own.codes[at] = codes.readInt16BE(2 * at) + moved;
    own.minutes[at] = minutes.readInt32BE(4 * at);
  }
  return [{ id, own }];
}

/**
 * What everybody responded, some people at a time, in a transaction. One statement sorts all of it: looked up person by
 * person, what people say over weeks would have to be read from a place of its own for each response.
 */
export async function* allResponses(
  db: Db,
  { communityId, debateId }: DebateIds,
  statementIds: readonly string[],
) {
  // All rows will be fetched, so what counts is when the last one comes; and ten million are sorted in a few runs.
  await db.execute(sql`select set_config('cursor_tuple_fraction', '1', true),
    set_config('work_mem', '64MB', true)`);
  await db.execute(sql`
    declare all_responses no scroll cursor for
    select ${own} from responses r
    join ${numbered(statementIds)} on s.id = r.statement_id
    where r.community_id = ${communityId} and r.debate_id = ${debateId}
    group by r.participant_id`);
  for (;;) {
    const { rows } = await db.execute<PersonRow>(sql`fetch 5000 from all_responses`);
    if (rows.length === 0) break;
    yield rows.flatMap(readOwn);
  }
  await db.execute(sql`close all_responses`);
}

/** How a statement was responded to, as the debate counts it: who disagrees, passes and agrees, members and then visitors. */
export interface StatementCount {
  readonly number: number;
  readonly kinds: readonly number[];
}

/**
 * The responses that were given after some place of the community's history, as they are by now, and how often which response
 * was given by everybody, all as of one moment.
 */
export async function responsesSince(
  db: Db,
  { communityId, debateId }: DebateIds,
  {
    statementIds,
    historyId,
  }: { readonly statementIds: readonly string[]; readonly historyId: number },
) {
  const all = await db.execute<
    PersonRow & { readonly number: number; readonly kinds: number[] | null }
  >(
    sql`
    with given as materialized (
      select distinct participant_id, statement_id from response_history
      where community_id = ${communityId} and id > ${historyId} and debate_id = ${debateId}
    )
    select own.*, 0 as number, null::int[] as kinds
    from (
      select ${own} from given p
      join responses r on r.community_id = ${communityId} and r.debate_id = ${debateId}
        and r.participant_id = p.participant_id and r.statement_id = p.statement_id
      join ${numbered(statementIds)} on s.id = r.statement_id
      group by r.participant_id
    ) as own
    union all
    select null, null, null, s.number, array[coalesce(c.disagrees, 0), coalesce(c.passes, 0),
      coalesce(c.agrees, 0), coalesce(c.visitor_disagrees, 0), coalesce(c.visitor_passes, 0),
      coalesce(c.visitor_agrees, 0)]
    from ${numbered(statementIds)}
    left join statement_counts c on c.community_id = ${communityId} and c.statement_id = s.id`,
  );
  const counts = all.rows.flatMap(({ number, kinds }) => (kinds ? [{ number, kinds }] : []));
  return { rows: all.rows.flatMap(readOwn), counts };
}
