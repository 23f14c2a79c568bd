import { and, count, eq, inArray, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { acknowledgements } from "#db/schema/comments.ts";

interface Acknowledgement {
  readonly communityId: string;
  readonly debateId: string;
  readonly claimId: string;
  /** A comment on the claim, or the claim itself. */
  readonly subjectId: string;
  readonly participantId: string;
}

export async function saveAcknowledgement(db: Db, row: Acknowledgement): Promise<void> {
  await db.insert(acknowledgements).values(row).onConflictDoNothing();
}

export async function dropAcknowledgement(db: Db, row: Acknowledgement): Promise<void> {
  await db
    .delete(acknowledgements)
    .where(
      and(
        eq(acknowledgements.communityId, row.communityId),
        eq(acknowledgements.subjectId, row.subjectId),
        eq(acknowledgements.participantId, row.participantId),
      ),
    );
}

/** What is asked about: the claims of one debate, or some claims or comments. */
export interface Subjects {
  readonly communityId: string;
  readonly debateId: string;
  readonly subjectIds?: readonly string[];
}

type DebateKey = Pick<Subjects, "communityId" | "debateId">;

const inDebate = ({ communityId, debateId }: DebateKey): SQL | undefined =>
  and(eq(acknowledgements.communityId, communityId), eq(acknowledgements.debateId, debateId));

const among = ({ subjectIds, ...debate }: Subjects): SQL | undefined =>
  and(
    inDebate(debate),
    subjectIds
      ? inArray(acknowledgements.subjectId, [...subjectIds])
      : eq(acknowledgements.subjectId, acknowledgements.claimId),
  );

/** How many find each subject well put; those that nobody does are left out. */
async function countWhere(db: Db, which: SQL | undefined): Promise<Map<string, number>> {
  const rows = await db
    .select({ subjectId: acknowledgements.subjectId, count: count() })
    .from(acknowledgements)
    .where(which)
    .groupBy(acknowledgements.subjectId);
  return new Map(rows.map((row) => [row.subjectId, row.count]));
}

/** How many find each of some subjects well put. */
export const countWellPut = (db: Db, subjects: Subjects) => countWhere(db, among(subjects));

/** How many find each claim and comment of a debate well put. */
export const allWellPut = (db: Db, debate: DebateKey) => countWhere(db, inDebate(debate));

/** Which of some subjects somebody finds well put; null stands for a visitor, who finds none. */
export async function wellPutBy(
  db: Db,
  participantId: string | null,
  subjects: Subjects,
): Promise<string[]> {
  if (participantId === null) return [];
  const rows = await db
    .select({ subjectId: acknowledgements.subjectId })
    .from(acknowledgements)
    .where(and(among(subjects), eq(acknowledgements.participantId, participantId)));
  return rows.map(({ subjectId }) => subjectId);
}
