import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { summaryRatings } from "#db/schema/curation.ts";
import {
  type Fairness,
  fairnesses,
  type OwnSummaryRating,
  type SummaryRatings,
} from "#shared/contract/summary-ratings.ts";
import type { DebateIds } from "./store.ts";

/** Somebody's place among those who rate a version. */
interface Rater extends DebateIds {
  readonly version: number;
  readonly participantId: string;
}

const ofDebate = ({ communityId, debateId }: DebateIds) =>
  and(eq(summaryRatings.communityId, communityId), eq(summaryRatings.debateId, debateId));

/** Keeps somebody's rating in the place of an earlier one; null takes it away. */
export async function putRating(db: Db, rater: Rater, rating: Fairness | null): Promise<void> {
  const { communityId, debateId, version, participantId } = rater;
  const isTheirs = and(
    ofDebate(rater),
    eq(summaryRatings.version, version),
    eq(summaryRatings.participantId, participantId),
  );
  if (rating === null) {
    await db.delete(summaryRatings).where(isTheirs);
    return;
  }
  await db
    .insert(summaryRatings)
    .values({ communityId, debateId, version, participantId, rating })
    .onConflictDoUpdate({
      target: [
        summaryRatings.communityId,
        summaryRatings.debateId,
        summaryRatings.version,
        summaryRatings.participantId,
      ],
      set: { rating, ratedAt: sql`now()` },
    });
}

const those = (rating: Fairness) =>
  sql<number>`count(*) filter (where ${summaryRatings.rating} = ${rating})::int`;

/** How many find a version how fair. */
export async function ratingsOf(db: Db, ids: DebateIds, version: number): Promise<SummaryRatings> {
  const [row] = await db
    .select({ fair: those("fair"), partly: those("partly"), unfair: those("unfair") })
    .from(summaryRatings)
    .where(and(ofDebate(ids), eq(summaryRatings.version, version)));
  return { version, fair: 0, partly: 0, unfair: 0, ...row };
}

/** What somebody said of the newest version that they said anything of. */
export async function ownRating(
  db: Db,
  ids: DebateIds,
  participantId: string,
): Promise<OwnSummaryRating | null> {
  const [row] = await db
    .select({ version: summaryRatings.version, rating: summaryRatings.rating })
    .from(summaryRatings)
    .where(and(ofDebate(ids), eq(summaryRatings.participantId, participantId)))
    .orderBy(desc(summaryRatings.version))
    .limit(1);
  return row ?? null;
}

/** Few enough for the parameters of one statement. */
const atOnce = 1_000;

/** Adds ratings of a version that count up to this, in the names of people who are nobody in particular. */
export async function insertRatings(
  db: Db,
  ids: DebateIds,
  { ratings, raters }: { readonly ratings: SummaryRatings; readonly raters: readonly string[] },
): Promise<void> {
  const { communityId, debateId } = ids;
  const { version } = ratings;
  const given = fairnesses.flatMap((rating) =>
    Array.from({ length: ratings[rating] }, () => rating),
  );
  const rows = given.flatMap((rating, at) => {
    const participantId = raters[at];
    return participantId === undefined
      ? []
      : [{ communityId, debateId, version, participantId, rating }];
  });
  for (let at = 0; at < rows.length; at += atOnce) {
    await db.insert(summaryRatings).values(rows.slice(at, at + atOnce));
  }
}
