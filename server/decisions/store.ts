import { and, asc, count, desc, eq, inArray, lte, ne, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { positions } from "#db/schema/debates.ts";
import {
  ballots,
  decisionOptions,
  decisions,
  electors,
  rollEntries,
} from "#db/schema/decisions.ts";
import { disputes } from "#db/schema/disputes.ts";
import { isOutOfSight } from "../platform/withheld-store.ts";

export interface DecisionIds {
  readonly communityId: string;
  readonly decisionId: string;
}

export type DecisionRow = typeof decisions.$inferSelect;
export type OptionRow = typeof decisionOptions.$inferSelect;

const decisionIs = ({ communityId, decisionId }: DecisionIds) =>
  and(eq(decisions.communityId, communityId), eq(decisions.id, decisionId));
const ballotOf = ({ communityId, decisionId }: DecisionIds) =>
  and(eq(ballots.communityId, communityId), eq(ballots.decisionId, decisionId));

export async function findDecision(db: Db, ids: DecisionIds): Promise<DecisionRow | undefined> {
  const [row] = await db.select().from(decisions).where(decisionIs(ids));
  return row;
}

/** Those of some decisions by which a community settles a dispute. */
export async function votesOnDisputes(
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string | null>> {
  const rows = await db
    .select({ id: disputes.decisionId })
    .from(disputes)
    .where(and(eq(disputes.communityId, communityId), inArray(disputes.decisionId, [...ids])));
  return new Set(rows.map(({ id }) => id));
}

/** The decision, held against everybody else's change and ballot until the transaction ends. */
export async function lockDecision(db: Db, ids: DecisionIds): Promise<DecisionRow | undefined> {
  const [row] = await db.select().from(decisions).where(decisionIs(ids)).for("update");
  return row;
}

/** A decision that is to be counted; undefined where its row is held, as by whoever just writes down its count. */
export async function findUncounted(db: Db, ids: DecisionIds): Promise<DecisionRow | undefined> {
  const [row] = await db
    .select()
    .from(decisions)
    .where(and(decisionIs(ids), eq(decisions.status, "counting")))
    .for("key share", { skipLocked: true });
  return row;
}

/** Of several that would count a decision at the same time one may; until its connection ends. */
export async function takeCount(
  db: Db,
  { communityId, decisionId }: DecisionIds,
): Promise<boolean> {
  const { rows } = await db.execute<{ taken: boolean }>(sql`
    select pg_try_advisory_lock(hashtextextended(${`count ${communityId} ${decisionId}`}, 0)) as taken`);
  return rows[0]?.taken === true;
}

/** Lets what a transaction does from here on take as long as it takes. */
export async function allowLong(db: Db): Promise<void> {
  await db.execute(sql`set local statement_timeout = 0`);
}

export async function decisionsOf(db: Db, communityId: string, debateId: string) {
  return db
    .select()
    .from(decisions)
    .where(and(eq(decisions.communityId, communityId), eq(decisions.debateId, debateId)))
    .orderBy(desc(decisions.createdAt), desc(decisions.id));
}

export async function saveDecision(db: Db, row: typeof decisions.$inferInsert): Promise<void> {
  await db.insert(decisions).values(row);
}

export async function updateDecision(
  db: Db,
  ids: DecisionIds,
  change: Partial<typeof decisions.$inferInsert>,
): Promise<void> {
  await db
    .update(decisions)
    .set({ ...change, version: sql`${decisions.version} + 1` })
    .where(decisionIs(ids));
}

/** The positions of a debate that stand, in the order in which they were proposed. */
export async function standingPositions(db: Db, communityId: string, debateId: string) {
  return db
    .select({ id: positions.id, title: positions.title })
    .from(positions)
    .where(
      and(
        eq(positions.communityId, communityId),
        eq(positions.debateId, debateId),
        sql`${positions.withdrawnAt} is null`,
      ),
    )
    .orderBy(asc(positions.createdAt), asc(positions.id));
}

export async function optionsOf(db: Db, communityId: string, decisionIds: readonly string[]) {
  if (decisionIds.length === 0) return [];
  return db
    .select()
    .from(decisionOptions)
    .where(
      and(
        eq(decisionOptions.communityId, communityId),
        inArray(decisionOptions.decisionId, [...decisionIds]),
      ),
    )
    .orderBy(asc(decisionOptions.order));
}

/** Which of these positions moderation has put out of sight. */
export async function hiddenPositions(
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: positions.id })
    .from(positions)
    .where(
      and(
        eq(positions.communityId, communityId),
        inArray(positions.id, [...ids]),
        isOutOfSight(positions.moderation),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** Puts these options in the place of those that a decision had. */
export async function replaceOptions(
  db: Db,
  { communityId, decisionId }: DecisionIds,
  options: readonly Omit<OptionRow, "communityId" | "decisionId" | "order">[],
): Promise<void> {
  await db
    .delete(decisionOptions)
    .where(
      and(eq(decisionOptions.communityId, communityId), eq(decisionOptions.decisionId, decisionId)),
    );
  await db
    .insert(decisionOptions)
    .values(options.map((option, order) => ({ ...option, communityId, decisionId, order })));
}

/** In which of these decisions somebody is an elector, and the ballot they cast there. */
export async function standsOf(
  db: Db,
  communityId: string,
  { decisionIds, participantId }: { decisionIds: readonly string[]; participantId: string },
) {
  if (decisionIds.length === 0) return [];
  return db
    .select({
      decisionId: electors.decisionId,
      weight: electors.weight,
      ballot: ballots.ballot,
      reason: ballots.reason,
      revision: ballots.revision,
      castAt: ballots.castAt,
      onRoll: rollEntries.participantId,
    })
    .from(electors)
    .leftJoin(
      ballots,
      and(
        eq(ballots.communityId, electors.communityId),
        eq(ballots.decisionId, electors.decisionId),
        eq(ballots.voterId, electors.participantId),
      ),
    )
    .leftJoin(
      rollEntries,
      and(
        eq(rollEntries.communityId, electors.communityId),
        eq(rollEntries.decisionId, electors.decisionId),
        eq(rollEntries.participantId, electors.participantId),
      ),
    )
    .where(
      and(
        eq(electors.communityId, communityId),
        eq(electors.participantId, participantId),
        inArray(electors.decisionId, [...decisionIds]),
      ),
    );
}

export async function countCast(db: Db, ids: DecisionIds): Promise<number> {
  const [row] = await db.select({ cast: count() }).from(ballots).where(ballotOf(ids));
  return row?.cast ?? 0;
}

/** How many ballots each of these decisions has. */
export async function countCastOf(db: Db, communityId: string, decisionIds: readonly string[]) {
  if (decisionIds.length === 0) return new Map<string, number>();
  const rows = await db
    .select({ decisionId: ballots.decisionId, cast: count() })
    .from(ballots)
    .where(and(eq(ballots.communityId, communityId), inArray(ballots.decisionId, [...decisionIds])))
    .groupBy(ballots.decisionId);
  return new Map(rows.map(({ decisionId, cast }) => [decisionId, cast]));
}

/**
 * Decisions whose time to open or to close has come, by the database's clock, and those that are being counted; not
 * those that somebody has taken to write down what became of them.
 */
export async function dueDecisions(db: Db) {
  return db
    .select({
      communityId: decisions.communityId,
      decisionId: decisions.id,
      status: decisions.status,
    })
    .from(decisions)
    .where(
      or(
        and(eq(decisions.status, "scheduled"), lte(decisions.opensAt, sql`clock_timestamp()`)),
        and(eq(decisions.status, "open"), lte(decisions.closesAt, sql`clock_timestamp()`)),
        eq(decisions.status, "counting"),
      ),
    )
    .orderBy(asc(decisions.closesAt))
    .for("key share", { skipLocked: true });
}

/** Whether another decision of the debate is still to be opened, open or being counted. */
export async function hasOtherDecisionAhead(db: Db, { communityId, id, debateId }: DecisionRow) {
  const [row] = await db
    .select({ others: count() })
    .from(decisions)
    .where(
      and(
        eq(decisions.communityId, communityId),
        eq(decisions.debateId, debateId),
        ne(decisions.id, id),
        inArray(decisions.status, ["scheduled", "open", "counting"]),
      ),
    );
  return (row?.others ?? 0) > 0;
}
