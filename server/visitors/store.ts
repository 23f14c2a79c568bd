import { and, eq, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/communities.ts";
import { solvedPuzzles } from "#db/schema/visits.ts";

/** Where an account is a member now. */
export async function placesOf(db: Db, accountId: string) {
  return db
    .select({ communityId: memberships.communityId, participantId: memberships.participantId })
    .from(memberships)
    .where(and(eq(memberships.accountId, accountId), eq(memberships.status, "active")));
}

interface Heir {
  readonly communityId: string;
  readonly visitId: string;
  /** Whose the responses become. */
  readonly participantId: string;
}

/** The debates in which a visit has responded and which still take responses, held in their phase. */
export async function visitedDebates(
  db: Db,
  { communityId, visitId }: Pick<Heir, "communityId" | "visitId">,
  openPhases: readonly string[],
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select d.id from debates d
    where d.community_id = ${communityId} and d.phase = any(${sql.param([...openPhases])}::text[])
      and d.id in (
        select debate_id from responders
        where participant_id = ${visitId} and is_visitor and community_id = ${communityId}
      )
    order by d.id
    for key share`);
  return rows.map(({ id }) => id);
}

interface Carried extends Record<string, unknown> {
  readonly statementId: string;
}

/**
 * Gives what a visit responded in a debate to a member, who keeps what they responded themselves. Rows
 * are locked in the order in which responding locks them.
 */
export async function carryResponses(db: Db, heir: Heir & { debateId: string }): Promise<void> {
  const { communityId, debateId, visitId, participantId } = heir;
  const ofVisit = sql`community_id = ${communityId} and debate_id = ${debateId} and participant_id = ${visitId}`;
  const { rows } = await db.execute<Carried>(sql`
    select s.id as "statementId" from statements s
    where s.community_id = ${communityId} and s.debate_id = ${debateId}
      and s.status = 'shown' and s.withdrawn_at is null
      and s.id in (select statement_id from responses where ${ofVisit})
    order by s.id
    for share`);
  const statementIds = sql`any(${sql.param(rows.map(({ statementId }) => statementId))}::uuid[])`;
  const isTaken = sql`${ofVisit} and statement_id = ${statementIds}`;
  // Only responses that the member lacks become theirs; the others go, as people are counted once.
  const given = await db.execute<Carried>(sql`
    insert into responses (community_id, debate_id, statement_id, participant_id, value, responded_at)
    select community_id, debate_id, statement_id, ${participantId}::uuid, value, responded_at
    from responses where ${isTaken} order by statement_id
    on conflict (community_id, statement_id, participant_id) do nothing
    returning statement_id as "statementId"`);
  const givenIds = sql`any(${sql.param(given.rows.map(({ statementId }) => statementId))}::uuid[])`;
  await db.execute(sql`
    update response_history set participant_id = ${participantId}
    where ${ofVisit} and statement_id = ${givenIds}`);
  await db.execute(sql`delete from response_history where ${isTaken}`);
  await moveCounts(db, { communityId, isTaken, givenIds });
  await db.execute(sql`delete from responses where ${isTaken}`);
  await db.execute(sql`
    insert into responders (community_id, debate_id, participant_id)
    select ${communityId}::uuid, ${debateId}::uuid, ${participantId}::uuid
    where exists (
      select from responses where community_id = ${communityId} and debate_id = ${debateId}
        and participant_id = ${participantId}
    )
    on conflict do nothing`);
  await db.execute(sql`
    delete from responders
    where ${ofVisit} and is_visitor and not exists (select from responses where ${ofVisit})`);
}

type Part = ReturnType<typeof sql>;

/** Takes responses from the visitors' counts, and adds to the members' those that are new there. */
async function moveCounts(
  db: Db,
  { communityId, isTaken, givenIds }: { communityId: string; isTaken: Part; givenIds: Part },
): Promise<void> {
  await db.execute(sql`
    select from statement_counts
    where community_id = ${communityId}
      and statement_id in (select statement_id from responses where ${isTaken})
    order by statement_id
    for update`);
  await db.execute(sql`
    update statement_counts c set
      visitor_agrees = c.visitor_agrees - (t.value = 1)::int,
      visitor_disagrees = c.visitor_disagrees - (t.value = -1)::int,
      visitor_passes = c.visitor_passes - (t.value = 0)::int,
      agrees = c.agrees + (t.value = 1 and t.is_given)::int,
      disagrees = c.disagrees + (t.value = -1 and t.is_given)::int,
      passes = c.passes + (t.value = 0 and t.is_given)::int
    from (
      select statement_id, value, statement_id = ${givenIds} as is_given from responses where ${isTaken}
    ) t
    where c.community_id = ${communityId} and c.statement_id = t.statement_id`);
}

/** Keeps that a puzzle was solved; false where it was before. */
export async function saveSolved(db: Db, row: typeof solvedPuzzles.$inferInsert): Promise<boolean> {
  const saved = await db
    .insert(solvedPuzzles)
    .values(row)
    .onConflictDoNothing()
    .returning({ challenge: solvedPuzzles.challenge });
  return saved.length > 0;
}

/** Forgets puzzles that are not taken any more in any case. */
export async function forgetSolved(db: Db, now: Date): Promise<void> {
  await db.delete(solvedPuzzles).where(lt(solvedPuzzles.expiresAt, now));
}
