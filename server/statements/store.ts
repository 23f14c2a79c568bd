import { and, desc, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { debates } from "#db/schema/debates.ts";
import { responses, statementCounts, statements } from "#db/schema/statements.ts";
import { mostProposed } from "#shared/contract/statements.ts";
import type { Candidate } from "#shared/opinions/routing.ts";
import { everybodyOut } from "../platform/out-store.ts";
import { isOutOfSight } from "../platform/withheld-store.ts";

export interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

export interface StatementIds extends DebateIds {
  readonly statementId: string;
}

export type StatementRow = typeof statements.$inferSelect;

const ofDebate = ({ communityId, debateId }: DebateIds) =>
  and(eq(statements.communityId, communityId), eq(statements.debateId, debateId));
const statementIs = (ids: StatementIds) => and(ofDebate(ids), eq(statements.id, ids.statementId));
const isStanding = isNull(statements.withdrawnAt);
const isShown = and(isStanding, eq(statements.status, "shown"));

const countsOf = {
  agrees: sql<number>`coalesce(${statementCounts.agrees}, 0)`,
  disagrees: sql<number>`coalesce(${statementCounts.disagrees}, 0)`,
  passes: sql<number>`coalesce(${statementCounts.passes}, 0)`,
};
const countsOfVisitors = {
  agrees: sql<number>`coalesce(${statementCounts.visitorAgrees}, 0)`,
  disagrees: sql<number>`coalesce(${statementCounts.visitorDisagrees}, 0)`,
  passes: sql<number>`coalesce(${statementCounts.visitorPasses}, 0)`,
};

const ofSameCommunity = (table: typeof debates | typeof statementCounts | typeof responses) =>
  eq(table.communityId, statements.communityId);

/** Statements with their authors, their counts, and the latest response of one person (null for none). */
function statementsFor(db: Db, readerId: string | null) {
  return db
    .select({
      statement: statements,
      author: { id: participants.id, name: participants.name, kind: participants.kind },
      counts: countsOf,
      visitors: countsOfVisitors,
      mine: responses.value,
      respondedAt: responses.respondedAt,
    })
    .from(statements)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, statements.communityId),
        eq(participants.id, statements.authorId),
      ),
    )
    .leftJoin(
      statementCounts,
      and(ofSameCommunity(statementCounts), eq(statementCounts.statementId, statements.id)),
    )
    .leftJoin(
      responses,
      and(
        ofSameCommunity(responses),
        eq(responses.statementId, statements.id),
        readerId === null ? sql`false` : eq(responses.participantId, readerId),
      ),
    )
    .$dynamic();
}

export type ReadStatement = Awaited<ReturnType<typeof statementsFor>>[number];

export interface Place {
  readonly at: string;
  readonly id: string;
}

/** Everything that comes after a place in a list of the newest first. */
const before = (at: typeof statements.createdAt | typeof responses.respondedAt, place: Place) =>
  sql`(${at}, ${statements.id}) < (${place.at}::timestamptz, ${place.id}::uuid)`;

interface ListChoice {
  readonly readerId: string | null;
  readonly status: "shown" | "hidden";
  readonly after: Place | null;
  readonly limit: number;
}

export async function listOf(db: Db, ids: DebateIds, choice: ListChoice): Promise<ReadStatement[]> {
  const { readerId, status, after, limit } = choice;
  return statementsFor(db, readerId)
    .where(
      and(
        ofDebate(ids),
        // Of what moderation keeps out of sight a line stands where it stood.
        or(isStanding, isOutOfSight(statements.moderation)),
        eq(statements.status, status),
        after ? before(statements.createdAt, after) : undefined,
      ),
    )
    .orderBy(desc(statements.createdAt), desc(statements.id))
    .limit(limit);
}

/** What one person responded to, the latest first. */
export async function respondedBy(
  db: Db,
  ids: DebateIds,
  choice: { readerId: string; after: Place | null; limit: number },
): Promise<ReadStatement[]> {
  const { readerId, after, limit } = choice;
  return statementsFor(db, readerId)
    .where(
      and(
        ofDebate(ids),
        isShown,
        sql`${responses.value} is not null`,
        after ? before(responses.respondedAt, after) : undefined,
      ),
    )
    .orderBy(desc(responses.respondedAt), desc(statements.id))
    .limit(limit);
}

/** Those of the named statements that stand, in no order. */
export async function readSome(
  db: Db,
  ids: DebateIds,
  choice: { readerId: string | null; statementIds: readonly string[] },
): Promise<ReadStatement[]> {
  if (choice.statementIds.length === 0) return [];
  const named = sql`${statements.id} = any(${sql.param([...choice.statementIds])}::uuid[])`;
  return statementsFor(db, choice.readerId).where(and(ofDebate(ids), isStanding, named));
}

/** Of members but for those who are out, and of visitors where those are counted. */
const heardIn = (kind: keyof typeof countsOf) => sql`
  ${countsOf[kind]} - coalesce(gone.${sql.identifier(kind)}, 0)
    + case when ${debates.countsVisitors} then ${countsOfVisitors[kind]} else 0 end`;

/** What people responded who are out, by statement. */
const responsesOfOut = ({ communityId, debateId }: DebateIds) => sql`(
  select statement_id, (count(*) filter (where value = 1))::int as agrees,
    (count(*) filter (where value = -1))::int as disagrees,
    (count(*) filter (where value = 0))::int as passes
  from ${everybodyOut(communityId)} as somebody
  join responses r on r.community_id = ${communityId} and r.debate_id = ${debateId}
    and r.participant_id = somebody.participant_id
  group by statement_id)`;

type CandidateRow = Candidate & { readonly hasResponse: boolean };

/**
 * What the order of cards is made from: every shown statement, with whether this person responded. There may be
 * thousands, each of a few figures: as texts of JSON they take half the time and the memory that as many rows take. (One
 * text of all would be so long that its memory has to be asked for, and given back, each time.)
 */
export async function candidates(
  db: Db,
  ids: DebateIds,
  participantId: string | null,
): Promise<CandidateRow[]> {
  const { rows } = await db.execute<{ some: CandidateRow[] }>(sql`
    select json_agg(candidate) as some from (
      select ${statements.id}, ${statements.isMeta} as "isMeta",
        ${responses.value} is not null as "hasResponse",
        ${heardIn("agrees")} as agrees,
        ${heardIn("disagrees")} as disagrees,
        ${heardIn("passes")} as passes
      from ${statements}
      join ${debates} on ${ofSameCommunity(debates)} and ${debates.id} = ${statements.debateId}
      left join ${statementCounts} on ${ofSameCommunity(statementCounts)}
        and ${statementCounts.statementId} = ${statements.id}
      left join ${responses} on ${ofSameCommunity(responses)}
        and ${responses.statementId} = ${statements.id}
        and ${responses.participantId} = ${participantId}
      left join ${responsesOfOut(ids)} as gone on gone.statement_id = ${statements.id}
      where ${and(ofDebate(ids), isShown)}
    ) as candidate
    group by left(candidate.id::text, 1)`);
  return rows.flatMap(({ some }) => some);
}

/** Phase and settings, held against a change until the transaction ends; any number of writers hold them at once. */
export async function holdSetting(db: Db, { communityId, debateId }: DebateIds) {
  const [row] = await db
    .select({
      phase: debates.phase,
      admitsVisitors: debates.admitsVisitors,
      countsVisitors: debates.countsVisitors,
    })
    .from(debates)
    .where(and(eq(debates.communityId, communityId), eq(debates.id, debateId)))
    .for("key share");
  return row;
}

export async function lockStatement(db: Db, ids: StatementIds): Promise<StatementRow | undefined> {
  const [row] = await db.select().from(statements).where(statementIs(ids)).for("update");
  return row;
}

/** Whether anybody but the author has responded. */
export async function hasResponsesOfOthers(db: Db, statement: StatementRow): Promise<boolean> {
  const found = await db
    .select({ value: responses.value })
    .from(responses)
    .where(
      and(
        eq(responses.communityId, statement.communityId),
        eq(responses.statementId, statement.id),
        ne(responses.participantId, statement.authorId),
      ),
    )
    .limit(1);
  return found.length > 0;
}

/** Whether the same text stands in the debate already, imported statements included. */
export async function hasText(db: Db, ids: DebateIds, text: string): Promise<boolean> {
  const found = await db
    .select({ id: statements.id })
    .from(statements)
    .where(and(ofDebate(ids), isStanding, eq(statements.text, text)))
    .limit(1);
  return found.length > 0;
}

/**
 * Whether a debate has all the statements that it takes; those that stand no longer keep their place in its map. Only an
 * index is read.
 */
export async function isFull(db: Db, ids: DebateIds): Promise<boolean> {
  const last = await db
    .select({ createdAt: statements.createdAt })
    .from(statements)
    .where(ofDebate(ids))
    .orderBy(statements.createdAt)
    .offset(mostProposed - 1)
    .limit(1);
  return last.length > 0;
}

export async function insertStatement(db: Db, row: typeof statements.$inferInsert): Promise<void> {
  await db.insert(statements).values(row);
}

export async function updateStatement(
  db: Db,
  ids: StatementIds,
  change: Partial<Pick<StatementRow, "text" | "withdrawnAt" | "mergedInto" | "isSeed" | "isMeta">>,
): Promise<void> {
  await db
    .update(statements)
    .set({ ...change, version: sql`${statements.version} + 1` })
    .where(statementIs(ids));
}
