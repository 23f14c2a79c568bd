import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { claims, evidence, evidenceReviews } from "#db/schema/debates.ts";
import type { Reviews, ReviewSums, Verdict } from "#shared/contract/reviews.ts";
import type { EvidenceIds } from "./evidence-store.ts";
import type { DebateIds } from "./store.ts";

/** A source with whatever says whether it may be reviewed, kept as it is until the transaction ends. */
export async function holdSource(db: Db, { communityId, debateId, evidenceId }: EvidenceIds) {
  const [row] = await db
    .select({
      authorId: evidence.authorId,
      isWithdrawn: sql<boolean>`${evidence.withdrawnAt} is not null or ${claims.withdrawnAt} is not null`,
    })
    .from(evidence)
    .innerJoin(
      claims,
      and(eq(claims.communityId, evidence.communityId), eq(claims.id, evidence.claimId)),
    )
    .where(
      and(
        eq(evidence.communityId, communityId),
        eq(evidence.debateId, debateId),
        eq(evidence.id, evidenceId),
      ),
    )
    .for("share");
  return row;
}

interface ReviewWrite extends EvidenceIds {
  readonly participantId: string;
  readonly verdict: Verdict;
}

/** Keeps somebody's review of a source in the place of an earlier one. */
export async function saveReview(db: Db, review: ReviewWrite): Promise<void> {
  const { communityId, debateId, evidenceId, participantId, verdict } = review;
  await db
    .insert(evidenceReviews)
    .values({ communityId, debateId, evidenceId, participantId, verdict })
    .onConflictDoUpdate({
      target: [
        evidenceReviews.communityId,
        evidenceReviews.evidenceId,
        evidenceReviews.participantId,
      ],
      set: { verdict, reviewedAt: sql`now()` },
    });
}

/** Takes the reviews of a source away: all, or those of one person. */
export async function dropReviews(
  db: Db,
  {
    communityId,
    evidenceId,
    participantId,
  }: Omit<EvidenceIds, "debateId"> & { readonly participantId?: string },
): Promise<void> {
  await db
    .delete(evidenceReviews)
    .where(
      and(
        eq(evidenceReviews.communityId, communityId),
        eq(evidenceReviews.evidenceId, evidenceId),
        participantId === undefined ? undefined : eq(evidenceReviews.participantId, participantId),
      ),
    );
}

const those = (verdict: Verdict) =>
  sql<number>`count(*) filter (where ${evidenceReviews.verdict} = ${verdict})::int`;
const sumColumns = {
  evidenceId: evidenceReviews.evidenceId,
  supports: those("supports"),
  irrelevant: those("irrelevant"),
  misrepresents: those("misrepresents"),
  broken: those("broken"),
};
const nobody: ReviewSums = { supports: 0, irrelevant: 0, misrepresents: 0, broken: 0 };

/** The reviews of some sources, also of those that have none any more. */
export async function reviewSums(
  db: Db,
  {
    communityId,
    evidenceIds,
  }: { readonly communityId: string; readonly evidenceIds: readonly string[] },
): Promise<Reviews["sums"]> {
  const rows = await db
    .select(sumColumns)
    .from(evidenceReviews)
    .where(
      and(
        eq(evidenceReviews.communityId, communityId),
        inArray(evidenceReviews.evidenceId, [...evidenceIds]),
      ),
    )
    .groupBy(evidenceReviews.evidenceId);
  const found = new Map(rows.map((row) => [row.evidenceId, row]));
  return evidenceIds.map((evidenceId) => found.get(evidenceId) ?? { evidenceId, ...nobody });
}

/** All reviews in a debate as sums, and those that one person gave. */
export async function readReviews(
  db: Db,
  { communityId, debateId, participantId }: DebateIds & { readonly participantId: string | null },
): Promise<Reviews> {
  const { evidenceId, verdict } = evidenceReviews;
  const inDebate = and(
    eq(evidenceReviews.communityId, communityId),
    eq(evidenceReviews.debateId, debateId),
  );
  const [sums, mine] = await Promise.all([
    db.select(sumColumns).from(evidenceReviews).where(inDebate).groupBy(evidenceId),
    participantId === null
      ? []
      : db
          .select({ evidenceId, verdict })
          .from(evidenceReviews)
          .where(and(inDebate, eq(evidenceReviews.participantId, participantId))),
  ]);
  return { sums, mine };
}
