import { and, type AnyColumn, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  claims,
  edges,
  evidence,
  positions,
  relevanceRatings,
  truthRatings,
} from "#db/schema/debates.ts";
import type { Claim, ClaimKind, Edge } from "#shared/contract/claims.ts";
import type { ModerationMark } from "#shared/contract/moderated.ts";
import type { RelevanceSum } from "#shared/contract/ratings.ts";
import { isOutOfSight } from "../platform/withheld-store.ts";
import { briefly, type FullSum, sumColumns } from "./rating-store.ts";
import type { DebateIds } from "./store.ts";

/*
 * Each list is read by itself and joined by the reader: a join would be planned by statistics, which
 * know nothing yet of a debate that was just imported, and then takes seconds instead of milliseconds.
 */

const iso = (moment: AnyColumn) =>
  sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type Whereabouts = "withdrawnAt" | "archivedAt" | "mergedInto" | "extractedTo";

interface ClaimRow
  extends
    Record<string, unknown>,
    Omit<Claim, Whereabouts | "kind" | "moderation" | "truth">,
    Record<Whereabouts, string | null> {
  readonly kind: ClaimKind;
  readonly moderation: ModerationMark | null;
}

/** The claims of a debate, the oldest first; withdrawn ones without their text. */
export async function claimsOf(db: Db, { communityId, debateId }: DebateIds) {
  const { rows } = await db.execute<ClaimRow>(sql`
    select ${claims.id} as "id",
      case when ${claims.withdrawnAt} is null then ${claims.text} else '' end as "text",
      ${claims.kind} as "kind", ${claims.language} as "language", ${claims.authorId} as "authorId",
      ${claims.version} as "version", ${iso(claims.createdAt)} as "createdAt",
      ${iso(claims.withdrawnAt)} as "withdrawnAt", ${iso(claims.archivedAt)} as "archivedAt",
      ${claims.mergedInto} as "mergedInto", ${claims.extractedTo} as "extractedTo",
      ${claims.moderation} as "moderation"
    from ${claims}
    where ${claims.communityId} = ${communityId} and ${claims.debateId} = ${debateId}`);
  // Sorted here: rows come nearly in order, which costs next to nothing, while a sort in the database is a full one.
  return rows.sort(older);
}

const older = (a: ClaimRow, b: ClaimRow) => order(a.createdAt, b.createdAt) || order(a.id, b.id);
const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The edges that stand in a debate, in no order. */
export async function edgesOf(db: Db, { communityId, debateId }: DebateIds) {
  const { rows } = await db.execute<Omit<Edge, "relevance"> & Record<string, unknown>>(sql`
    select ${edges.id} as "id", ${edges.claimId} as "claimId", ${edges.side} as "side",
      ${edges.targetKind} as "targetKind", ${edges.targetId} as "targetId"
    from ${edges}
    where ${edges.communityId} = ${communityId} and ${edges.debateId} = ${debateId}
      and ${edges.removedAt} is null`);
  return rows;
}

interface SumRow extends FullSum {
  readonly id: string;
}

/** Sums of the ratings of truth per claim. */
export async function truthSums(db: Db, { communityId, debateId }: DebateIds) {
  const { rows } = await db.execute<SumRow>(sql`
    select ${truthRatings.claimId} as "id", ${sumColumns(truthRatings)}, 0 as "former"
    from ${truthRatings}
    where ${truthRatings.communityId} = ${communityId} and ${truthRatings.debateId} = ${debateId}
    group by ${truthRatings.claimId}`);
  return byId(rows);
}

/** Sums of the ratings of relevance per edge that stands. */
export async function relevanceSums(db: Db, { communityId, debateId }: DebateIds) {
  const { rows } = await db.execute<SumRow>(sql`
    select ${relevanceRatings.edgeId} as "id", ${sumColumns(relevanceRatings)},
      count(*) filter (
        where ${relevanceRatings.targetId} <> ${edges.targetId} and ${relevanceRatings.rating} is not null
      )::int as "former"
    from ${relevanceRatings}
    join ${edges} on ${edges.communityId} = ${relevanceRatings.communityId}
      and ${edges.id} = ${relevanceRatings.edgeId} and ${edges.removedAt} is null
    where ${relevanceRatings.communityId} = ${communityId}
      and ${relevanceRatings.debateId} = ${debateId}
    group by ${relevanceRatings.edgeId}`);
  return byId(rows);
}

const byId = (rows: readonly SumRow[]): Map<string, RelevanceSum> =>
  new Map(rows.map(({ id, ...sums }) => [id, briefly(sums)]));

/** A debate's positions, the oldest first. */
export async function positionsOf(db: Db, { communityId, debateId }: DebateIds) {
  return db
    .select()
    .from(positions)
    .where(and(eq(positions.communityId, communityId), eq(positions.debateId, debateId)))
    .orderBy(asc(positions.createdAt), asc(positions.id));
}

/** The sources in a debate that were not taken away, the oldest first. */
export async function evidenceOf(db: Db, { communityId, debateId }: DebateIds) {
  return db
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.communityId, communityId),
        eq(evidence.debateId, debateId),
        isNull(evidence.withdrawnAt),
      ),
    )
    .orderBy(asc(evidence.createdAt), asc(evidence.id));
}

/** Where sources stood that moderation keeps out of sight, the oldest first. */
export async function hiddenSourcesOf(db: Db, { communityId, debateId }: DebateIds) {
  const { id, claimId, authorId, moderation } = evidence;
  return db
    .select({ id, claimId, authorId, moderation })
    .from(evidence)
    .where(
      and(
        eq(evidence.communityId, communityId),
        eq(evidence.debateId, debateId),
        isOutOfSight(moderation),
      ),
    )
    .orderBy(asc(evidence.createdAt), asc(evidence.id));
}

/** What one person rated in a debate. */
export async function ratingsBy(
  db: Db,
  { communityId, debateId, participantId }: DebateIds & { readonly participantId: string },
) {
  const [truth, relevance] = await Promise.all([
    db
      .select({ claimId: truthRatings.claimId, rating: truthRatings.rating })
      .from(truthRatings)
      .where(
        and(
          eq(truthRatings.communityId, communityId),
          eq(truthRatings.debateId, debateId),
          eq(truthRatings.participantId, participantId),
        ),
      ),
    db
      .select({
        edgeId: relevanceRatings.edgeId,
        rating: relevanceRatings.rating,
        isFormer: sql<boolean>`${relevanceRatings.targetId} <> ${edges.targetId}`,
      })
      .from(relevanceRatings)
      .innerJoin(
        edges,
        and(
          eq(edges.communityId, relevanceRatings.communityId),
          eq(edges.id, relevanceRatings.edgeId),
        ),
      )
      .where(
        and(
          eq(relevanceRatings.communityId, communityId),
          eq(relevanceRatings.debateId, debateId),
          eq(relevanceRatings.participantId, participantId),
        ),
      ),
  ]);
  return {
    truth,
    relevance: relevance.map(({ isFormer, ...mine }) =>
      isFormer ? { ...mine, isFormer: true as const } : mine,
    ),
  };
}
