import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import {
  claims,
  edges,
  evidence,
  positions,
  relevanceRatings,
  truthRatings,
} from "#db/schema/debates.ts";
import type { Side, TargetKind } from "#shared/contract/claims.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { Language } from "#shared/contract/phases.ts";
import type { DebateIds } from "./store.ts";

/** A claim beside one of its edges, as the tree's reader needs them: ready to send. */
export interface PlacedRow extends Record<string, unknown> {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
  readonly authorId: string;
  readonly version: number;
  readonly createdAt: string;
  readonly withdrawnAt: string | null;
  readonly truthCount: number | null;
  readonly truthSum: number | null;
  readonly edgeId: string;
  readonly side: Side;
  readonly targetKind: TargetKind;
  readonly targetId: string;
  readonly relevanceCount: number | null;
  readonly relevanceSum: number | null;
}

const iso = (moment: SQL | typeof claims.createdAt | typeof claims.withdrawnAt) =>
  sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** All claims of a debate with their edges and ratings, oldest first, in one query. */
export async function placedClaims(db: Db, { communityId, debateId }: DebateIds) {
  const { rows } = await db.execute<PlacedRow>(sql`
    select ${claims.id} as "id",
      case when ${claims.withdrawnAt} is null then ${claims.text} else '' end as "text",
      ${claims.language} as "language", ${claims.authorId} as "authorId",
      ${claims.version} as "version", ${iso(claims.createdAt)} as "createdAt",
      ${iso(claims.withdrawnAt)} as "withdrawnAt",
      truth.count as "truthCount", truth.sum as "truthSum",
      ${edges.id} as "edgeId", ${edges.side} as "side",
      ${edges.targetKind} as "targetKind", ${edges.targetId} as "targetId",
      relevance.count as "relevanceCount", relevance.sum as "relevanceSum"
    from ${claims}
    join ${edges} on ${edges.communityId} = ${claims.communityId}
      and ${edges.claimId} = ${claims.id}
    left join (
      select ${truthRatings.claimId} as id, count(*)::int as count,
        sum(${truthRatings.rating})::int as sum
      from ${truthRatings}
      where ${truthRatings.communityId} = ${communityId} and ${truthRatings.debateId} = ${debateId}
      group by ${truthRatings.claimId}
    ) truth on truth.id = ${claims.id}
    left join (
      select ${relevanceRatings.edgeId} as id, count(*)::int as count,
        sum(${relevanceRatings.rating})::int as sum
      from ${relevanceRatings}
      where ${relevanceRatings.communityId} = ${communityId}
        and ${relevanceRatings.debateId} = ${debateId}
      group by ${relevanceRatings.edgeId}
    ) relevance on relevance.id = ${edges.id}
    where ${claims.communityId} = ${communityId} and ${claims.debateId} = ${debateId}
      and ${edges.debateId} = ${debateId}
    order by ${claims.createdAt}, ${claims.id}`);
  return rows;
}

/** A debate's positions, the oldest first. */
export async function positionsOf(db: Db, { communityId, debateId }: DebateIds) {
  return db
    .select()
    .from(positions)
    .where(and(eq(positions.communityId, communityId), eq(positions.debateId, debateId)))
    .orderBy(asc(positions.createdAt), asc(positions.id));
}

/** The sources that stand on claims that stand, the oldest first. */
export async function evidenceOf(db: Db, { communityId, debateId }: DebateIds) {
  return db
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.communityId, communityId),
        eq(evidence.debateId, debateId),
        isNull(evidence.withdrawnAt),
        sql`exists (
          select from ${claims} where ${claims.communityId} = ${evidence.communityId}
            and ${claims.id} = ${evidence.claimId} and ${claims.withdrawnAt} is null
        )`,
      ),
    )
    .orderBy(asc(evidence.createdAt), asc(evidence.id));
}

/** Everybody who wrote something in a debate's argument. */
export async function authorsOf(db: Db, { communityId, debateId }: DebateIds): Promise<Author[]> {
  const wrote = [positions, claims, evidence].map(
    (table) => sql`select ${table.authorId} from ${table}
      where ${table.communityId} = ${communityId} and ${table.debateId} = ${debateId}`,
  );
  return db
    .select({ id: participants.id, name: participants.name, kind: participants.kind })
    .from(participants)
    .where(
      and(
        eq(participants.communityId, communityId),
        sql`${participants.id} in (${sql.join(wrote, sql` union `)})`,
      ),
    );
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
      .select({ edgeId: relevanceRatings.edgeId, rating: relevanceRatings.rating })
      .from(relevanceRatings)
      .where(
        and(
          eq(relevanceRatings.communityId, communityId),
          eq(relevanceRatings.debateId, debateId),
          eq(relevanceRatings.participantId, participantId),
        ),
      ),
  ]);
  return { truth, relevance };
}
