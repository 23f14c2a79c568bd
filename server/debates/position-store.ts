import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { positions } from "#db/schema/debates.ts";
import { sameWords } from "./revision-store.ts";
import type { DebateIds } from "./store.ts";

export interface PositionIds extends DebateIds {
  readonly positionId: string;
}

export type PositionRow = typeof positions.$inferSelect;
export type NewPosition = typeof positions.$inferInsert;

const isPosition = ({ communityId, debateId, positionId }: PositionIds) =>
  and(
    eq(positions.communityId, communityId),
    eq(positions.debateId, debateId),
    eq(positions.id, positionId),
  );

export async function findPosition(db: Db, ids: PositionIds): Promise<PositionRow | undefined> {
  const [row] = await db.select().from(positions).where(isPosition(ids));
  return row;
}

/** The position, kept from everybody else's writing until the transaction ends. */
export async function lockPosition(db: Db, ids: PositionIds): Promise<PositionRow | undefined> {
  const [row] = await db.select().from(positions).where(isPosition(ids)).for("no key update");
  return row;
}

const stand = ({ communityId, debateId }: DebateIds) =>
  and(
    eq(positions.communityId, communityId),
    eq(positions.debateId, debateId),
    isNull(positions.withdrawnAt),
  );

/** Whether another position that stands has this title; the places of the debate must be locked. */
export async function hasPosition(
  db: Db,
  ids: DebateIds,
  { title, except }: { readonly title: string; readonly except?: string },
): Promise<boolean> {
  const same = await db
    .select({ id: positions.id })
    .from(positions)
    .where(
      and(
        stand(ids),
        sameWords(positions.title, title),
        except === undefined ? undefined : ne(positions.id, except),
      ),
    )
    .limit(1);
  return same.length > 0;
}

/** The positions that stand in a debate, by their ids. */
export async function standingIn(db: Db, ids: DebateIds): Promise<string[]> {
  const rows = await db
    .select({ id: positions.id })
    .from(positions)
    .where(stand(ids))
    .orderBy(asc(positions.id));
  return rows.map(({ id }) => id);
}

export async function savePosition(db: Db, row: NewPosition): Promise<PositionRow> {
  const [saved] = await db.insert(positions).values(row).returning();
  if (!saved) throw new Error("an insert gives its row");
  return saved;
}

export async function rewordPosition(
  db: Db,
  ids: PositionIds,
  words: { readonly title: string; readonly text: string },
): Promise<PositionRow> {
  const [row] = await db
    .update(positions)
    .set({ ...words, version: sql`${positions.version} + 1` })
    .where(isPosition(ids))
    .returning();
  if (!row) throw new Error("a position that is locked is there");
  return row;
}

export async function markPositionWithdrawn(db: Db, ids: PositionIds): Promise<PositionRow> {
  const [row] = await db
    .update(positions)
    .set({ withdrawnAt: sql`now()` })
    .where(isPosition(ids))
    .returning();
  if (!row) throw new Error("a position that is locked is there");
  return row;
}

/** What a debate has to choose between: the positions that stand, in the order they were proposed. */
export async function standingPositions(db: Db, ids: DebateIds) {
  return db
    .select({ id: positions.id, title: positions.title })
    .from(positions)
    .where(stand(ids))
    .orderBy(asc(positions.createdAt), asc(positions.id));
}
