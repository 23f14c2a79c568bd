import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import { claimMarks } from "#db/schema/marks.ts";
import type { Mark, MarkKind } from "#shared/contract/marks.ts";
import type { ClaimIds } from "../claim-store.ts";
import type { DebateIds } from "../store.ts";

/** The marks in a debate, or at one of its claims, the oldest first. */
export async function marksOf(
  db: Db,
  { communityId, debateId, claimId }: DebateIds & { readonly claimId?: string },
): Promise<Mark[]> {
  const rows = await db
    .select({
      claimId: claimMarks.claimId,
      kind: claimMarks.kind,
      at: claimMarks.createdAt,
      by: { id: participants.id, name: participants.name, kind: participants.kind },
    })
    .from(claimMarks)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, claimMarks.communityId),
        eq(participants.id, claimMarks.participantId),
      ),
    )
    .where(
      and(
        eq(claimMarks.communityId, communityId),
        eq(claimMarks.debateId, debateId),
        claimId === undefined ? undefined : eq(claimMarks.claimId, claimId),
      ),
    )
    .orderBy(asc(claimMarks.createdAt), asc(claimMarks.kind));
  return rows.map(({ at, ...mark }) => ({ ...mark, at: at.toISOString() }));
}

export async function saveMark(db: Db, row: typeof claimMarks.$inferInsert): Promise<void> {
  await db.insert(claimMarks).values(row).onConflictDoNothing();
}

/** Takes marks of some kinds away; whether there were any. */
export async function dropMarks(
  db: Db,
  { communityId, claimId }: Pick<ClaimIds, "communityId" | "claimId">,
  kinds: readonly MarkKind[],
): Promise<boolean> {
  const dropped = await db
    .delete(claimMarks)
    .where(
      and(
        eq(claimMarks.communityId, communityId),
        eq(claimMarks.claimId, claimId),
        inArray(claimMarks.kind, [...kinds]),
      ),
    )
    .returning({ kind: claimMarks.kind });
  return dropped.length > 0;
}
