import pg from "pg";
import { drizzleOn } from "#db/client.ts";
import type { DebateIds } from "../../opinions/store.ts";
import { countPastResponses } from "../../statements/public.ts";

/** A conversation to be filled in. */
export interface Filling extends DebateIds {
  readonly authorId: string;
  readonly people: number;
  readonly statements: number;
  /** how many statements each person answers, all of them others */
  readonly each: number;
}

/** The same id for the same number, in the form of a random one. */
const idOf = (kind: string, number: string) =>
  `overlay(overlay(md5('${kind} ' || ${number}) placing '4' from 13) placing '8' from 17)::uuid`;
/** No divisor of it divides a round number of statements: a walk by such steps comes to each statement once. */
const step = 37;
const said = (row: string) => `$c, $d, ${idOf("statement", "s")}, ${idOf("person", "n")}, ${row}`;
const targets = "community_id, debate_id, statement_id, participant_id, value, responded_at";
const drawn = "abs(hashint8extended(n, s) % 100)";
const leaning = "1 - 2 * abs(hashint8extended(s, 10 + n % 2) % 2)";

/** Runs SQL as the owner, with `$c` and `$d` for a community and its debate. */
export const runIn = (ownerUrl: string, ids: DebateIds, texts: readonly string[]): Promise<void> =>
  asOwner(ownerUrl, (client) => runEach(client, ids, texts));

async function asOwner(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await work(client);
  await client.end();
}

async function runEach(
  client: pg.Client,
  { communityId, debateId }: DebateIds,
  texts: readonly string[],
): Promise<void> {
  for (const text of texts) {
    await client.query(
      text.replaceAll("$c", `'${communityId}'::uuid`).replaceAll("$d", `'${debateId}'::uuid`),
    );
  }
}

/** Two camps answer a conversation, put straight into the tables; drawn by hashes, so that it is the same in each run. */
export async function fillConversation(ownerUrl: string, filling: Filling): Promise<void> {
  const { people, statements, each, authorId } = filling;
  await runIn(ownerUrl, filling, [
    `insert into statements (community_id, debate_id, id, text, language, author_id)
      select $c, $d, ${idOf("statement", "s")}, 'Statement number ' || s, 'en', '${authorId}'
      from generate_series(1, ${statements}) s`,
    `insert into responders (community_id, debate_id, participant_id)
      select $c, $d, ${idOf("person", "n")} from generate_series(1, ${people}) n`,
    `insert into response_history (${targets})
      select ${said(`case when ${drawn} < 70 then ${leaning} when ${drawn} < 90 then -(${leaning}) else 0 end, now()`)}
      from generate_series(1, ${people}) n, generate_series(1, ${each}) nth, lateral (
        select 1 + (abs(hashint8extended(n, 1) % ${statements}) + nth * ${step}) % ${statements} as s
      ) chosen`,
    `insert into responses (${targets})
      select ${targets} from response_history where community_id = $c and debate_id = $d`,
    "vacuum analyze responses, response_history, responders, statements",
  ]);
  await asOwner(ownerUrl, (client) => countPastResponses(drizzleOn(client), filling));
}

/** As many people change their minds about one statement each. */
export async function respondAnew(
  ownerUrl: string,
  ids: DebateIds,
  { count, turn }: { readonly count: number; readonly turn: number },
): Promise<void> {
  // Whoever sees an answer sees it counted, as when people answer.
  await asOwner(ownerUrl, async (client) => {
    await client.query("begin");
    await runEach(client, ids, [
      `with chosen as (
      select distinct on (participant_id) statement_id, participant_id from responses
      where community_id = $c and debate_id = $d and participant_id in (
        select ${idOf("person", "n")} from generate_series(${turn * count + 1}, ${(turn + 1) * count}) n)
    ), changed as (
      update responses r set previous = r.value, value = case r.value when 1 then -1 else 1 end, responded_at = now()
      from chosen where r.community_id = $c and r.statement_id = chosen.statement_id
        and r.participant_id = chosen.participant_id
      returning r.*
    )
    insert into response_history (${targets}) select ${targets} from changed`,
    ]);
    await countPastResponses(drizzleOn(client), ids);
    await client.query("commit");
  });
}

/** All who answered may vote. */
export const electEverybody = (decisionId: string, people: number): readonly string[] => [
  `insert into electors (community_id, decision_id, participant_id, weight)
    select $c, '${decisionId}', ${idOf("person", "n")}, 1 from generate_series(1, ${people}) n`,
  `update decisions set electorate_size = ${people + 1}, electorate_weight = ${people + 1},
    closes_at = clock_timestamp() where community_id = $c and id = '${decisionId}'`,
];
