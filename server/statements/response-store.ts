import { runNamed, type Db } from "#db/client.ts";
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
export interface RespondedStatement extends StatementCounts {
  readonly phase: string;
  readonly isOpen: boolean;
  readonly isShown: boolean;
  readonly isWithdrawn: boolean;
}

/** A response in the order of its statement and person, with what the same person said around it. */
interface Entry extends GivenResponse {
  /** What this person said just before, among those that came together. */
  readonly before: number | null;
  /** What this person said last, among those that came together. */
  readonly final: number;
  readonly isLast: boolean;
}

/*
 * One statement, one commit, for everybody's responses that came together. The statement and its debate are held
 * against changes; the latest response is inserted or replaced only where it differs; what changed is appended to
 * the history, and moves the counts. Rows are locked in the order of their ids, so that two of these never wait for
 * each other in a circle.
 */
const respondText = `
with given as (
  select * from unnest(
    $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[], $6::smallint[], $7::smallint[], $8::boolean[]
  ) with ordinality as given (
    community_id, debate_id, statement_id, participant_id, value, before, final, is_last, place
  )
), found as (
  select s.community_id, s.debate_id, s.id as statement_id, d.phase,
    d.phase = any($9::text[]) as is_open, s.status = 'shown' as is_shown, s.withdrawn_at is not null as is_withdrawn
  from statements s join debates d on d.community_id = s.community_id and d.id = s.debate_id
  where (s.community_id, s.debate_id, s.id) in (select community_id, debate_id, statement_id from given)
  order by s.community_id, s.id
  for share of s, d
), allowed as (
  select given.* from given join found using (community_id, debate_id, statement_id)
  where is_open and is_shown and not is_withdrawn
), latest as (
  insert into responses as r (community_id, debate_id, statement_id, participant_id, value)
  select community_id, debate_id, statement_id, participant_id, value from allowed where is_last
  order by statement_id, participant_id
  on conflict (community_id, statement_id, participant_id) do update
    set previous = r.value, value = excluded.value, responded_at = excluded.responded_at
    where r.value <> excluded.value
  returning community_id, debate_id, statement_id, participant_id, value, previous
), logged as (
  insert into response_history (community_id, debate_id, statement_id, participant_id, value)
  select a.community_id, a.debate_id, a.statement_id, a.participant_id, a.value
  from allowed a left join latest l using (community_id, statement_id, participant_id)
  where a.before is not null
    or a.value is distinct from case when l.participant_id is null then a.final else l.previous end
  order by a.place
), arrived as (
  insert into responders (community_id, debate_id, participant_id)
  select distinct community_id, debate_id, participant_id from latest where previous is null
  order by 1, 2, 3
  on conflict do nothing
), counted as (
  insert into statement_counts as c (community_id, statement_id, agrees, disagrees, passes)
  select community_id, statement_id,
    sum((value = 1)::int - (previous is not distinct from 1)::int),
    sum((value = -1)::int - (previous is not distinct from -1)::int),
    sum((value = 0)::int - (previous is not distinct from 0)::int)
  from latest group by 1, 2 order by 1, 2
  on conflict (community_id, statement_id) do update set
    agrees = c.agrees + excluded.agrees,
    disagrees = c.disagrees + excluded.disagrees,
    passes = c.passes + excluded.passes
  returning community_id, statement_id, agrees, disagrees, passes
)
select f.statement_id as "statementId", f.debate_id as "debateId", f.phase, f.is_open as "isOpen",
  f.is_shown as "isShown", f.is_withdrawn as "isWithdrawn",
  coalesce(c.agrees, s.agrees, 0) as agrees,
  coalesce(c.disagrees, s.disagrees, 0) as disagrees,
  coalesce(c.passes, s.passes, 0) as passes
from found f
left join counted c using (community_id, statement_id)
left join statement_counts s using (community_id, statement_id)`;

/** Saves responses that came together; gives, in their order, the statement of each, or undefined where there is none. */
export async function saveResponses(
  db: Db,
  given: readonly GivenResponse[],
  openPhases: readonly string[],
): Promise<(RespondedStatement | undefined)[]> {
  const entries = chain(given);
  const column = <K extends keyof Entry>(key: K) => entries.map((entry) => entry[key]);
  const rows = await runNamed<RespondedStatement & { statementId: string; debateId: string }>(db, {
    name: "respond",
    text: respondText,
    values: [
      column("communityId"),
      column("debateId"),
      column("statementId"),
      column("participantId"),
      column("value"),
      column("before"),
      column("final"),
      column("isLast"),
      openPhases,
    ],
  });
  const byId = new Map(rows.map((row) => [keyOf(row), row]));
  return given.map((one) => byId.get(keyOf(one)));
}

/** Ids come from outside in either case. */
const keyOf = ({ debateId, statementId }: { debateId: string; statementId: string }) =>
  `${debateId} ${statementId}`.toLowerCase();

/** Ties together what one person said of one statement; saying the same again at once is saying it once. */
function chain(given: readonly GivenResponse[]): Entry[] {
  const byPerson = new Map<string, GivenResponse[]>();
  for (const one of given) {
    const key = `${keyOf(one)} ${one.participantId}`;
    const said = byPerson.get(key);
    if (said === undefined) byPerson.set(key, [one]);
    else if (said.at(-1)?.value !== one.value) said.push(one);
  }
  return [...byPerson.values()].flatMap((said) =>
    said.map((one, at) => ({
      ...one,
      before: said[at - 1]?.value ?? null,
      final: (said.at(-1) ?? one).value,
      isLast: at === said.length - 1,
    })),
  );
}
