import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { ballots, electors } from "#db/schema/decisions.ts";
import { paperBallots } from "#db/schema/paper-ballots.ts";
import type { DecisionIds } from "./store.ts";

export type PaperRow = typeof paperBallots.$inferSelect;

export interface PaperIds extends DecisionIds {
  readonly participantId: string;
}

const paperIs = ({ communityId, decisionId, participantId }: PaperIds) =>
  and(
    eq(paperBallots.communityId, communityId),
    eq(paperBallots.decisionId, decisionId),
    eq(paperBallots.voterId, participantId),
  );

export async function paperOf(db: Db, { communityId, decisionId }: DecisionIds) {
  return db
    .select()
    .from(paperBallots)
    .where(and(eq(paperBallots.communityId, communityId), eq(paperBallots.decisionId, decisionId)))
    .orderBy(asc(paperBallots.enteredAt), asc(paperBallots.voterId));
}

/** The entry, held until the transaction ends. */
export async function lockPaper(db: Db, ids: PaperIds): Promise<PaperRow | undefined> {
  const [row] = await db.select().from(paperBallots).where(paperIs(ids)).for("update");
  return row;
}

export async function savePaper(db: Db, row: typeof paperBallots.$inferInsert): Promise<void> {
  const { ballot, enteredById, enteredAt } = row;
  await db
    .insert(paperBallots)
    .values(row)
    .onConflictDoUpdate({
      target: [paperBallots.communityId, paperBallots.decisionId, paperBallots.voterId],
      set: { ballot, enteredById, enteredAt, confirmedById: null },
    });
}

export async function markConfirmed(db: Db, ids: PaperIds, confirmedById: string): Promise<void> {
  await db.update(paperBallots).set({ confirmedById }).where(paperIs(ids));
}

export async function removePaper(db: Db, ids: PaperIds): Promise<void> {
  await db.delete(paperBallots).where(paperIs(ids));
}

/** Whether somebody may vote in a decision, and has done so by themselves. */
export async function voterState(db: Db, { communityId, decisionId, participantId }: PaperIds) {
  const [row] = await db
    .select({ isOnPaper: ballots.isOnPaper })
    .from(electors)
    .leftJoin(
      ballots,
      and(
        eq(ballots.communityId, electors.communityId),
        eq(ballots.decisionId, electors.decisionId),
        eq(ballots.voterId, electors.participantId),
      ),
    )
    .where(
      and(
        eq(electors.communityId, communityId),
        eq(electors.decisionId, decisionId),
        eq(electors.participantId, participantId),
      ),
    );
  return { isElector: row !== undefined, hasVotedOnline: row?.isOnPaper === false };
}

/** What was cast on paper and confirmed, and not overtaken by a vote online. */
export async function paperEntries(db: Db, { communityId, decisionId }: DecisionIds) {
  return db
    .select({ voter: electors.participantId, weight: electors.weight, ballot: ballots.ballot })
    .from(ballots)
    .innerJoin(
      electors,
      and(
        eq(electors.communityId, ballots.communityId),
        eq(electors.decisionId, ballots.decisionId),
        eq(electors.participantId, ballots.voterId),
      ),
    )
    .where(
      and(
        eq(ballots.communityId, communityId),
        eq(ballots.decisionId, decisionId),
        eq(ballots.isOnPaper, true),
      ),
    )
    .orderBy(asc(ballots.voterId));
}
