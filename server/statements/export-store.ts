import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { responders, statementCounts, statements } from "#db/schema/statements.ts";
import type { DebateIds } from "./store.ts";

/** The statements of a debate that were not withdrawn, the oldest first, with their counts. */
export async function standingStatements(db: Db, { communityId, debateId }: DebateIds) {
  return db
    .select({
      statement: statements,
      agrees: sql<number>`coalesce(${statementCounts.agrees}, 0)`,
      disagrees: sql<number>`coalesce(${statementCounts.disagrees}, 0)`,
      passes: sql<number>`coalesce(${statementCounts.passes}, 0)`,
      visitorAgrees: sql<number>`coalesce(${statementCounts.visitorAgrees}, 0)`,
      visitorDisagrees: sql<number>`coalesce(${statementCounts.visitorDisagrees}, 0)`,
      visitorPasses: sql<number>`coalesce(${statementCounts.visitorPasses}, 0)`,
    })
    .from(statements)
    .leftJoin(
      statementCounts,
      and(
        eq(statementCounts.communityId, statements.communityId),
        eq(statementCounts.statementId, statements.id),
      ),
    )
    .where(
      and(
        eq(statements.communityId, communityId),
        eq(statements.debateId, debateId),
        isNull(statements.withdrawnAt),
      ),
    )
    .orderBy(asc(statements.createdAt), asc(statements.id));
}

/** What some statements of a debate say, by their ids, as far as everybody can read them now. */
export async function readableTexts(
  db: Db,
  { communityId, debateId }: DebateIds,
  statementIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (statementIds.length === 0) return new Map();
  const { id, text } = statements;
  const rows = await db
    .select({ id, text })
    .from(statements)
    .where(
      and(
        eq(statements.communityId, communityId),
        eq(statements.debateId, debateId),
        sql`${id} = any(${sql.param([...statementIds])}::uuid[])`,
        eq(statements.status, "shown"),
        isNull(statements.moderation),
        isNull(statements.withdrawnAt),
      ),
    );
  return new Map(rows.map((row) => [row.id, row.text]));
}

/** Who responded to anything, in no order that means something; and which of them had no account. */
export async function peopleWhoResponded(db: Db, { communityId, debateId }: DebateIds) {
  return db
    .select({ id: responders.participantId, isVisitor: responders.isVisitor })
    .from(responders)
    .where(and(eq(responders.communityId, communityId), eq(responders.debateId, debateId)));
}

export interface GivenResponse extends Record<string, unknown> {
  readonly statementId: string;
  readonly participantId: string;
  readonly value: 1 | 0 | -1;
  /** The day, in milliseconds since 1970: the minute would tell who was there. */
  readonly day: number;
}

const day = sql`(extract(epoch from date_trunc('day', responded_at, 'UTC')) * 1000)::float8`;

/** The latest responses of some people. */
export async function latestOfPeople(
  db: Db,
  { communityId, debateId }: DebateIds,
  people: readonly string[],
): Promise<GivenResponse[]> {
  const { rows } = await db.execute<GivenResponse>(sql`
    select statement_id as "statementId", participant_id as "participantId", value, ${day} as "day"
    from responses
    where community_id = ${communityId} and debate_id = ${debateId}
      and participant_id = any(${sql.param([...people])}::uuid[])
    order by statement_id`);
  return rows;
}

/** All that some people ever responded, in the order in which they did. */
export async function pastOfPeople(
  db: Db,
  { communityId, debateId }: DebateIds,
  people: readonly string[],
): Promise<GivenResponse[]> {
  const { rows } = await db.execute<GivenResponse>(sql`
    select statement_id as "statementId", participant_id as "participantId", value, ${day} as "day"
    from response_history
    where community_id = ${communityId} and debate_id = ${debateId}
      and participant_id = any(${sql.param([...people])}::uuid[])
    order by id`);
  return rows;
}
