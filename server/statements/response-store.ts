import { and, eq } from "drizzle-orm";
import { runNamed, type Db } from "#db/client.ts";
import { responses } from "#db/schema/statements.ts";
import type { StatementCounts } from "#shared/contract/statements.ts";

/** One person's response to one statement, as it arrived. */
export interface GivenResponse {
  readonly communityId: string;
  readonly debateId: string;
  readonly statementId: string;
  readonly participantId: string;
  readonly value: number;
}

/** A statement that was responded to: whether it takes responses, and its counts after these. */
export interface RespondedStatement {
  readonly counts: StatementCounts;
  /** People without an account. */
  readonly visitors: StatementCounts;
  readonly countsVisitors: boolean;
  readonly isOpen: boolean;
  readonly isShown: boolean;
  readonly isWithdrawn: boolean;
}

/*
 * One statement, one commit, for everybody's responses that came together. The debates and statements are held against
 * changes; the latest response is inserted, or replaced where it differs; what changed is appended to the history and
 * moves the counts. Rows are locked in the order of their ids, so that two of these never wait for each other in a
 * circle. `repeated` holds what one person said of one statement several times, in order. All of it is of members, or
 * ($17) of visitors, whom the debate must admit, and who are counted apart. A statement is looked up by its id alone ("is not distinct from" uses no index), however full its debate is.
 */
const respondText = `
with given as (
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[])
    as given (community_id, debate_id, statement_id, participant_id, value)
), repeated as (
  select * from unnest(
    $10::uuid[], $11::uuid[], $12::uuid[], $13::uuid[], $14::smallint[], $15::smallint[], $16::smallint[]
  ) with ordinality
    as repeated (community_id, debate_id, statement_id, participant_id, value, before, final, place)
), held as (
  select d.community_id, d.id as debate_id, d.counts_visitors,
    d.phase = any($9::text[]) and (d.admits_visitors or not $17::boolean) as is_open
  from debates d
  where (d.community_id, d.id) in (select distinct community_id, debate_id from given)
  order by d.community_id, d.id
  for key share
), found as (
  select s.community_id, s.debate_id, s.id as statement_id, held.is_open,
    held.counts_visitors, s.status = 'shown' as is_shown, s.withdrawn_at is not null as is_withdrawn,
    c.agrees, c.disagrees, c.passes, c.visitor_agrees, c.visitor_disagrees, c.visitor_passes
  from unnest($6::uuid[], $7::uuid[], $8::uuid[]) as asked (community_id, debate_id, statement_id)
  join statements s on s.community_id = asked.community_id and s.id = asked.statement_id
    and s.debate_id is not distinct from asked.debate_id
  join held on held.community_id = s.community_id and held.debate_id = s.debate_id
  left join statement_counts c on c.community_id = s.community_id and c.statement_id = s.id
  order by s.community_id, s.id
  for share of s
), allowing as (
  select community_id, debate_id, statement_id from found where is_open and is_shown and not is_withdrawn
), latest as (
  insert into responses as r (community_id, debate_id, statement_id, participant_id, value)
  select given.* from given join allowing using (community_id, debate_id, statement_id)
  order by given.community_id, given.statement_id, given.participant_id
  on conflict (community_id, statement_id, participant_id) do update
    set previous = r.value, value = excluded.value, responded_at = excluded.responded_at
    where r.value <> excluded.value
  returning community_id, debate_id, statement_id, participant_id, value, previous
), logged as (
  insert into response_history (community_id, debate_id, statement_id, participant_id, value)
  select community_id, debate_id, statement_id, participant_id, value from latest l
  where not exists (
    select from repeated r where r.community_id = l.community_id and r.statement_id = l.statement_id
      and r.participant_id = l.participant_id
  )
  union all
  (
    select r.community_id, r.debate_id, r.statement_id, r.participant_id, r.value
    from repeated r join allowing using (community_id, debate_id, statement_id)
    left join latest l using (community_id, statement_id, participant_id)
    where r.before is not null
      or r.value is distinct from case when l.participant_id is null then r.final else l.previous end
    order by r.place
  )
), arrived as (
  insert into responders (community_id, debate_id, participant_id, is_visitor)
  select distinct community_id, debate_id, participant_id, $17::boolean from latest where previous is null
  order by 1, 2, 3
  on conflict do nothing
), moved as (
  select community_id, statement_id,
    sum((value = 1)::int - (previous is not distinct from 1)::int) as agrees,
    sum((value = -1)::int - (previous is not distinct from -1)::int) as disagrees,
    sum((value = 0)::int - (previous is not distinct from 0)::int) as passes
  from latest group by 1, 2
), counted as (
  insert into statement_counts as c (community_id, statement_id, agrees, disagrees, passes,
    visitor_agrees, visitor_disagrees, visitor_passes)
  select community_id, statement_id,
    case when $17 then 0 else agrees end, case when $17 then 0 else disagrees end,
    case when $17 then 0 else passes end, case when $17 then agrees else 0 end,
    case when $17 then disagrees else 0 end, case when $17 then passes else 0 end
  from moved order by 1, 2
  on conflict (community_id, statement_id) do update set
    agrees = c.agrees + excluded.agrees,
    disagrees = c.disagrees + excluded.disagrees,
    passes = c.passes + excluded.passes,
    visitor_agrees = c.visitor_agrees + excluded.visitor_agrees,
    visitor_disagrees = c.visitor_disagrees + excluded.visitor_disagrees,
    visitor_passes = c.visitor_passes + excluded.visitor_passes
  returning community_id, statement_id, agrees, disagrees, passes, visitor_agrees, visitor_disagrees, visitor_passes
)
select community_id as "communityId", debate_id as "debateId", statement_id as "statementId", is_open as "isOpen",
  is_shown as "isShown", is_withdrawn as "isWithdrawn", counts_visitors as "countsVisitors",
  coalesce(agrees, 0) as agrees, coalesce(disagrees, 0) as disagrees, coalesce(passes, 0) as passes,
  coalesce(visitor_agrees, 0) as "visitorAgrees", coalesce(visitor_disagrees, 0) as "visitorDisagrees",
  coalesce(visitor_passes, 0) as "visitorPasses"
from found
union all
select community_id, null, statement_id, null, null, null, null, agrees, disagrees, passes,
  visitor_agrees, visitor_disagrees, visitor_passes
from counted`;

interface CountsRow extends StatementCounts {
  readonly communityId: string;
  readonly statementId: string;
  readonly visitorAgrees: number;
  readonly visitorDisagrees: number;
  readonly visitorPasses: number;
}

interface FoundRow extends CountsRow, Omit<RespondedStatement, "counts" | "visitors"> {
  readonly debateId: string;
}

interface CountedRow extends CountsRow {
  readonly debateId: null;
}

interface Saving {
  readonly openPhases: readonly string[];
  /** Whether all of them are of people without an account. */
  readonly isVisitor: boolean;
}

/**
 * Saves responses that came together; gives, in their order, the statement of each, or undefined where there is none.
 * Of what one person says several times of one statement the last counts, and all of it is history.
 */
export async function saveResponses(
  db: Db,
  given: readonly GivenResponse[],
  { openPhases, isVisitor }: Saving,
): Promise<(RespondedStatement | undefined)[]> {
  const byPerson = [...gather(given, (one) => `${keyOf(one)} ${one.participantId}`).values()];
  const last = byPerson.flatMap((said) => said.slice(-1));
  const asked = [...gather(last, keyOf).values()].flatMap((said) => said.slice(-1));
  const repeated = byPerson.map(withoutEchoes).flatMap((said) => (said.length > 1 ? said : []));
  const rows = await runNamed<FoundRow | CountedRow>(db, {
    name: "respond",
    text: respondText,
    values: [
      ...columns(last, ["communityId", "debateId", "statementId", "participantId", "value"]),
      ...columns(asked, ["communityId", "debateId", "statementId"]),
      openPhases,
      ...columns(repeated, ["communityId", "debateId", "statementId", "participantId", "value"]),
      ...columns(repeated, ["before", "final"]),
      isVisitor,
    ],
  });
  const saved = merge(rows);
  return given.map((one) => saved.get(keyOf(one)));
}

/** Ids come from outside in either case. */
const keyOf = (ids: { communityId: string; debateId: string; statementId: string }) =>
  `${ids.communityId} ${ids.debateId} ${ids.statementId}`.toLowerCase();
const countedKey = ({ communityId, statementId }: FoundRow | CountedRow) =>
  `${communityId} ${statementId}`;

function gather<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = by(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** Saying the same again at once is saying it once; each with what the same person said before, and in the end. */
function withoutEchoes(said: readonly GivenResponse[]) {
  const kept = said.filter(({ value }, at) => at === 0 || said[at - 1]?.value !== value);
  const final = kept.at(-1)?.value ?? 0;
  return kept.map((one, at) => ({ ...one, before: kept[at - 1]?.value ?? null, final }));
}

const columns = <T, K extends keyof T>(rows: readonly T[], keys: readonly K[]): T[K][][] =>
  keys.map((key) => rows.map((row) => row[key]));

const countsIn = (row: CountsRow) => ({
  counts: { agrees: row.agrees, disagrees: row.disagrees, passes: row.passes },
  visitors: {
    agrees: row.visitorAgrees,
    disagrees: row.visitorDisagrees,
    passes: row.visitorPasses,
  },
});

function merge(rows: readonly (FoundRow | CountedRow)[]): Map<string, RespondedStatement> {
  const found = new Map<string, FoundRow>();
  const counted = new Map<string, CountedRow>();
  for (const row of rows) {
    if (row.debateId === null) counted.set(countedKey(row), row);
    else found.set(keyOf(row), row);
  }
  return new Map(
    [...found].map(([key, row]) => {
      const { isOpen, isShown, isWithdrawn, countsVisitors } = row;
      const counts = countsIn(counted.get(countedKey(row)) ?? row);
      return [key, { isOpen, isShown, isWithdrawn, countsVisitors, ...counts }];
    }),
  );
}

/** What somebody responded in a debate, the latest to each statement. */
export async function responsesOf(
  db: Db,
  { communityId, debateId }: Pick<GivenResponse, "communityId" | "debateId">,
  participantId: string,
): Promise<{ statementId: string; value: number }[]> {
  return db
    .select({ statementId: responses.statementId, value: responses.value })
    .from(responses)
    .where(
      and(
        eq(responses.communityId, communityId),
        eq(responses.debateId, debateId),
        eq(responses.participantId, participantId),
      ),
    );
}
