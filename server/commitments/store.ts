import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { commitments, commitmentUpdates } from "#db/schema/commitments.ts";
import { memberships } from "#db/schema/communities.ts";

export interface CommitmentIds {
  readonly communityId: string;
  readonly commitmentId: string;
}

export type CommitmentRow = typeof commitments.$inferSelect;
export type UpdateRow = typeof commitmentUpdates.$inferSelect;

const commitmentIs = ({ communityId, commitmentId }: CommitmentIds) =>
  and(eq(commitments.communityId, communityId), eq(commitments.id, commitmentId));

export async function findCommitment(
  db: Db,
  ids: CommitmentIds,
): Promise<CommitmentRow | undefined> {
  const [row] = await db.select().from(commitments).where(commitmentIs(ids));
  return row;
}

/** The commitment, held against everybody else's change until the transaction ends. */
export async function lockCommitment(
  db: Db,
  ids: CommitmentIds,
): Promise<CommitmentRow | undefined> {
  const [row] = await db.select().from(commitments).where(commitmentIs(ids)).for("update");
  return row;
}

interface Wanted {
  readonly communityId: string;
  readonly debateId?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly ownerId?: string | undefined;
}

/** Commitments, the newest first, from before one on. */
export async function commitmentsOf(
  db: Db,
  { communityId, debateId, sourceId, ownerId }: Wanted,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<CommitmentRow[]> {
  return db
    .select()
    .from(commitments)
    .where(
      and(
        eq(commitments.communityId, communityId),
        debateId === undefined ? undefined : eq(commitments.debateId, debateId),
        sourceId === undefined ? undefined : eq(commitments.sourceId, sourceId),
        ownerId === undefined ? undefined : eq(commitments.ownerId, ownerId),
        before === null ? undefined : lt(commitments.id, before),
      ),
    )
    .orderBy(desc(commitments.id))
    .limit(limit);
}

/** What was promised as a whole in a community, parts left out. */
export async function promisedIn(db: Db, communityId: string): Promise<CommitmentRow[]> {
  return db
    .select()
    .from(commitments)
    .where(
      and(
        eq(commitments.communityId, communityId),
        eq(commitments.answer, "accepted"),
        isNull(commitments.parentId),
      ),
    );
}

/** What the projects of a funding round were made into, parts left out. */
export async function promisedByRound(
  db: Db,
  communityId: string,
  roundId: string,
): Promise<CommitmentRow[]> {
  return db
    .select()
    .from(commitments)
    .where(
      and(
        eq(commitments.communityId, communityId),
        eq(commitments.roundId, roundId),
        isNull(commitments.parentId),
      ),
    )
    .orderBy(asc(commitments.id));
}

/** The parts of some commitments, in the order in which they were named. */
export async function partsOf(
  db: Db,
  communityId: string,
  parentIds: readonly string[],
): Promise<CommitmentRow[]> {
  if (parentIds.length === 0) return [];
  return db
    .select()
    .from(commitments)
    .where(
      and(eq(commitments.communityId, communityId), inArray(commitments.parentId, [...parentIds])),
    )
    .orderBy(asc(commitments.id));
}

/** Some commitments by their ids. */
export async function commitmentsNamed(
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<CommitmentRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(commitments)
    .where(and(eq(commitments.communityId, communityId), inArray(commitments.id, [...ids])));
}

export async function saveCommitments(
  db: Db,
  rows: readonly (typeof commitments.$inferInsert)[],
): Promise<void> {
  await db.insert(commitments).values([...rows]);
}

/** Changes what a commitment says or what became of it: its next version. */
export async function updateCommitment(
  db: Db,
  ids: CommitmentIds,
  change: Partial<typeof commitments.$inferInsert>,
): Promise<void> {
  await db
    .update(commitments)
    .set({ ...change, version: sql`${commitments.version} + 1` })
    .where(commitmentIs(ids));
}

/** Notes of what the clock has told; nothing of the commitment itself. */
export async function noteTold(
  db: Db,
  ids: CommitmentIds,
  told: Partial<Pick<CommitmentRow, "remindedAt" | "overdueToldAt" | "reviewToldAt">>,
): Promise<void> {
  await db.update(commitments).set(told).where(commitmentIs(ids));
}

/** What was reported on some commitments, the oldest first. */
export async function updatesOf(
  db: Db,
  communityId: string,
  commitmentIds: readonly string[],
): Promise<UpdateRow[]> {
  if (commitmentIds.length === 0) return [];
  return db
    .select()
    .from(commitmentUpdates)
    .where(
      and(
        eq(commitmentUpdates.communityId, communityId),
        inArray(commitmentUpdates.commitmentId, [...commitmentIds]),
      ),
    )
    .orderBy(asc(commitmentUpdates.createdAt), asc(commitmentUpdates.id));
}

/** One report, with what it is a report on. */
export async function findUpdate(
  db: Db,
  { communityId, commitmentId, updateId }: CommitmentIds & { readonly updateId: string },
): Promise<UpdateRow | undefined> {
  const [row] = await db
    .select()
    .from(commitmentUpdates)
    .where(
      and(
        eq(commitmentUpdates.communityId, communityId),
        eq(commitmentUpdates.commitmentId, commitmentId),
        eq(commitmentUpdates.id, updateId),
      ),
    );
  return row;
}

/** Notes by which dispute a report was found to be false; null where it is not, or not any more. */
export async function noteFalse(
  db: Db,
  { communityId, id }: Pick<UpdateRow, "communityId" | "id">,
  falseDisputeId: string | null,
): Promise<void> {
  await db
    .update(commitmentUpdates)
    .set({ falseDisputeId })
    .where(and(eq(commitmentUpdates.communityId, communityId), eq(commitmentUpdates.id, id)));
}

export async function saveUpdate(
  db: Db,
  row: typeof commitmentUpdates.$inferInsert,
): Promise<void> {
  await db.insert(commitmentUpdates).values(row);
}

/** Which of some participants are members now. */
export async function membersAmong(
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: memberships.participantId })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        inArray(memberships.participantId, [...ids]),
        eq(memberships.status, "active"),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/**
 * A reminder comes a week before the day, or half way there where it was promised for sooner. By the database's clock,
 * as are the others.
 */
const isDueSoon = sql<boolean>`${commitments.remindedAt} is null and ${commitments.dueAt}
  - least(interval '7 days', (${commitments.dueAt} - ${commitments.answeredAt}) / 2) <= clock_timestamp()`;
const isPast = (moment: PgColumn) => sql<boolean>`${moment} <= clock_timestamp()`;

const isPromised = and(
  eq(commitments.answer, "accepted"),
  isNull(commitments.review),
  isNull(commitments.withdrawnAt),
);

/** What the clock has something to tell about. */
export async function dueCommitments(db: Db): Promise<CommitmentIds[]> {
  return db
    .select({ communityId: commitments.communityId, commitmentId: commitments.id })
    .from(commitments)
    .where(
      and(
        isPromised,
        or(
          isDueSoon,
          and(isNull(commitments.overdueToldAt), isPast(commitments.dueAt)),
          and(isNull(commitments.reviewToldAt), isPast(commitments.reviewAt)),
        ),
      ),
    )
    .limit(500);
}

/** What of that it is, of one. */
export async function dueOf(db: Db, ids: CommitmentIds) {
  const [row] = await db
    .select({
      isDueSoon,
      isDue: isPast(commitments.dueAt),
      isReviewDue: sql<boolean>`coalesce(${commitments.reviewAt} <= clock_timestamp(), false)`,
      now: sql<string>`clock_timestamp()`,
    })
    .from(commitments)
    .where(commitmentIs(ids));
  return row;
}
