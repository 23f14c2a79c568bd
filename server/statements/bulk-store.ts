import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { responders, statements } from "#db/schema/statements.ts";
import type { DebateIds, StatementIds } from "./store.ts";

/** A statement with its own time, from another place or for a demonstration. */
export interface PastStatement {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly authorId: string;
  readonly status?: "shown" | "hidden";
  readonly isSeed?: boolean | undefined;
  readonly isMeta?: boolean | undefined;
  readonly sourceNumber?: number | null;
  readonly createdAt: Date;
}

/** A response with its own time. */
export interface PastResponse {
  readonly statementId: string;
  readonly participantId: string;
  readonly value: -1 | 0 | 1;
  readonly respondedAt: Date;
}

export async function insertStatements(
  db: Db,
  ids: DebateIds,
  rows: readonly PastStatement[],
): Promise<void> {
  if (rows.length > 0) await db.insert(statements).values(rows.map((row) => ({ ...row, ...ids })));
}

const asRows = ({ communityId, debateId }: DebateIds, rows: readonly PastResponse[]) => sql`
  select ${communityId}::uuid, ${debateId}::uuid, statement_id, participant_id, value, responded_at
  from unnest(
    ${sql.param(rows.map(({ statementId }) => statementId))}::uuid[],
    ${sql.param(rows.map(({ participantId }) => participantId))}::uuid[],
    ${sql.param(rows.map(({ value }) => value))}::smallint[],
    ${sql.param(rows.map(({ respondedAt }) => respondedAt.toISOString()))}::timestamptz[]
  ) with ordinality as given (statement_id, participant_id, value, responded_at, place)
  order by place`;

/** Latest responses: at most one per person and statement, and none of them there yet. */
export async function insertLatest(
  db: Db,
  ids: DebateIds,
  rows: readonly PastResponse[],
): Promise<void> {
  await db.execute(sql`
    insert into responses (community_id, debate_id, statement_id, participant_id, value, responded_at)
    ${asRows(ids, rows)}`);
}

/** Every response, those that were changed later included, in their order. */
export async function insertHistory(
  db: Db,
  ids: DebateIds,
  rows: readonly PastResponse[],
): Promise<void> {
  await db.execute(sql`
    insert into response_history (community_id, debate_id, statement_id, participant_id, value, responded_at)
    ${asRows(ids, rows)}`);
}

/** People of whom it is known that they had no account. */
export async function markVisitors(
  db: Db,
  ids: DebateIds,
  participantIds: readonly string[],
): Promise<void> {
  if (participantIds.length === 0) return;
  const rows = participantIds.map((participantId) => ({ ...ids, participantId, isVisitor: true }));
  await db.insert(responders).values(rows);
}

/** How many responses have this value. */
const counted = (value: number, isVisitor: boolean) =>
  sql`count(*) filter (where value = ${value}::int and is_visitor = ${isVisitor}::boolean)`;

/** Makes the counts of a debate anew from its latest responses. Who is a visitor is looked up once for all rows. */
export async function recount(db: Db, ids: DebateIds): Promise<void> {
  const { communityId, debateId } = ids;
  const inDebate = sql`community_id = ${communityId} and debate_id = ${debateId}`;
  await count(db, ids, inDebate);
  await db.execute(sql`
    insert into responders (community_id, debate_id, participant_id)
    select distinct community_id, debate_id, participant_id
    from responses where ${inDebate}
    order by participant_id
    on conflict do nothing`);
}

/** The same of one statement; of one that was joined with another, nothing is counted. */
export async function recountStatement(db: Db, ids: StatementIds): Promise<void> {
  const { communityId, statementId } = ids;
  const isIt = sql`community_id = ${communityId} and statement_id = ${statementId}`;
  await db.execute(sql`delete from statement_counts where ${isIt}`);
  await count(
    db,
    ids,
    sql`${isIt} and not exists (
      select from statements s where s.community_id = ${communityId} and s.id = ${statementId}
        and s.merged_into is not null
    )`,
  );
}

async function count(db: Db, { communityId, debateId }: DebateIds, where: SQL): Promise<void> {
  await db.execute(sql`
    insert into statement_counts (community_id, statement_id, agrees, disagrees, passes,
      visitor_agrees, visitor_disagrees, visitor_passes)
    select community_id, statement_id, ${counted(1, false)}, ${counted(-1, false)}, ${counted(0, false)},
      ${counted(1, true)}, ${counted(-1, true)}, ${counted(0, true)}
    from (
      select community_id, statement_id, value, participant_id in (
        select participant_id from responders
        where community_id = ${communityId} and debate_id = ${debateId} and is_visitor
      ) as is_visitor
      from responses where ${where}
    ) given
    group by community_id, statement_id
    order by community_id, statement_id
    on conflict (community_id, statement_id) do update set
      agrees = excluded.agrees, disagrees = excluded.disagrees, passes = excluded.passes,
      visitor_agrees = excluded.visitor_agrees, visitor_disagrees = excluded.visitor_disagrees,
      visitor_passes = excluded.visitor_passes`);
}
