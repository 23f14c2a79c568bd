import { and, count, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { debates, positions } from "#db/schema/debates.ts";
import { decisions } from "#db/schema/decisions.ts";

export interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

export type DebateRow = typeof debates.$inferSelect;
export type NewDebate = typeof debates.$inferInsert;

const isDebate = ({ communityId, debateId }: DebateIds) =>
  and(eq(debates.communityId, communityId), eq(debates.id, debateId));

export async function findDebate(db: Db, ids: DebateIds): Promise<DebateRow | undefined> {
  const [row] = await db.select().from(debates).where(isDebate(ids));
  return row;
}

/** The debate, kept in its phase until the transaction ends; any number of writers hold it at once. */
export async function holdDebate(db: Db, ids: DebateIds): Promise<DebateRow | undefined> {
  const [row] = await db.select().from(debates).where(isDebate(ids)).for("key share");
  return row;
}

/** The debate, kept from everybody else's writing until the transaction ends. */
export async function lockDebate(db: Db, ids: DebateIds): Promise<DebateRow | undefined> {
  const [row] = await db.select().from(debates).where(isDebate(ids)).for("update");
  return row;
}

export async function saveDebate(db: Db, row: NewDebate): Promise<void> {
  await db.insert(debates).values(row);
}

export async function updateDebate(
  db: Db,
  ids: DebateIds,
  change: Partial<Omit<NewDebate, "communityId" | "id">>,
): Promise<void> {
  await db
    .update(debates)
    .set({ ...change, updatedAt: sql`now()` })
    .where(isDebate(ids));
}

/** How many zero bits the proof of work of visitors has; 0 where there is no such debate. */
export async function proofBitsOf(db: Db, ids: DebateIds): Promise<number> {
  const [row] = await db
    .select({ bits: debates.visitorProofBits })
    .from(debates)
    .where(isDebate(ids));
  return row?.bits ?? 0;
}

/** Notes that something happened, to the few seconds: busy debates need not be written each time. */
export async function touchDebate(db: Db, ids: DebateIds): Promise<void> {
  await db
    .update(debates)
    .set({ updatedAt: sql`now()` })
    .where(and(isDebate(ids), lt(debates.updatedAt, sql`now() - interval '5 seconds'`)));
}

/** What the rules for moving ask: positions that stand, and decisions that are open. */
export async function moveFactsOf(db: Db, { communityId, debateId }: DebateIds) {
  const [standing] = await db
    .select({ count: count() })
    .from(positions)
    .where(
      and(
        eq(positions.communityId, communityId),
        eq(positions.debateId, debateId),
        isNull(positions.withdrawnAt),
      ),
    );
  const [open] = await db
    .select({ count: count() })
    .from(decisions)
    .where(
      and(
        eq(decisions.communityId, communityId),
        eq(decisions.debateId, debateId),
        inArray(decisions.status, ["open", "counting"]),
      ),
    );
  return { positions: standing?.count ?? 0, openDecisions: open?.count ?? 0 };
}
