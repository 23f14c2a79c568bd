import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { phaseMoves, scheduledMoves } from "#db/schema/debates.ts";
import type { MoveRule, SchedulablePhase } from "#shared/contract/debates.ts";
import type { Phase } from "#shared/contract/phases.ts";
import type { DebateIds } from "./store.ts";

export type NewMove = typeof phaseMoves.$inferInsert;
export type ScheduledRow = typeof scheduledMoves.$inferSelect;

export async function saveMove(db: Db, row: NewMove): Promise<Date> {
  const [saved] = await db.insert(phaseMoves).values(row).returning({ at: phaseMoves.createdAt });
  if (!saved) throw new Error("an insert gives its row");
  return saved.at;
}

const isScheduled = ({ communityId, debateId }: DebateIds, to: Phase) =>
  and(
    eq(scheduledMoves.communityId, communityId),
    eq(scheduledMoves.debateId, debateId),
    eq(scheduledMoves.to, to as SchedulablePhase),
  );

/** Sets the time of a move, in place of one set before; false when that time has passed. */
export async function saveScheduled(
  db: Db,
  row: Pick<ScheduledRow, "communityId" | "debateId" | "to" | "at" | "byId">,
): Promise<boolean> {
  const { rows } = await db.execute<{ isAhead: boolean }>(
    sql`select ${row.at.toISOString()}::timestamptz > clock_timestamp() as "isAhead"`,
  );
  if (!rows[0]?.isAhead) return false;
  const { at, byId } = row;
  await db
    .insert(scheduledMoves)
    .values(row)
    .onConflictDoUpdate({
      target: [scheduledMoves.communityId, scheduledMoves.debateId, scheduledMoves.to],
      set: { at, byId, doneAt: null, refusal: null },
    });
  return true;
}

export async function findScheduled(db: Db, ids: DebateIds, to: Phase) {
  const [row] = await db.select().from(scheduledMoves).where(isScheduled(ids, to));
  return row;
}

/** Takes a time away; false when there was none. */
export async function deleteScheduled(db: Db, ids: DebateIds, to: Phase): Promise<boolean> {
  const gone = await db
    .delete(scheduledMoves)
    .where(isScheduled(ids, to))
    .returning({ to: scheduledMoves.to });
  return gone.length > 0;
}

/** Settles a scheduled move: done, or refused by a rule. */
export async function settleScheduled(
  db: Db,
  ids: DebateIds,
  { to, refusal }: { readonly to: Phase; readonly refusal: MoveRule | null },
): Promise<void> {
  await db
    .update(scheduledMoves)
    .set({ doneAt: sql`clock_timestamp()`, refusal })
    .where(and(isScheduled(ids, to), isNull(scheduledMoves.doneAt)));
}
