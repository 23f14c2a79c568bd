import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { claims, debates, positions, truthRatings } from "#db/schema/debates.ts";
import { debateStances, readingMarkers } from "#db/schema/reading.ts";
import { leastRatings } from "#shared/contract/ratings.ts";
import type { Stance } from "#shared/contract/reading.ts";

export interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

/** One person's place in a debate. */
export interface Place extends DebateIds {
  readonly accountId: string;
}

const isMarker = ({ communityId, debateId, accountId }: Place) =>
  and(
    eq(readingMarkers.communityId, communityId),
    eq(readingMarkers.debateId, debateId),
    eq(readingMarkers.accountId, accountId),
  );

export async function markerOf(db: Db, place: Place): Promise<Date | null> {
  const [row] = await db
    .select({ upTo: readingMarkers.upTo })
    .from(readingMarkers)
    .where(isMarker(place));
  return row?.upTo ?? null;
}

/** Moves the marker on, by the database's clock never past now, and never back; gives where it stands. */
export async function moveMarker(db: Db, place: Place, upTo: Date): Promise<Date> {
  const { communityId, debateId, accountId } = place;
  const [row] = await db
    .insert(readingMarkers)
    .values({
      communityId,
      debateId,
      accountId,
      upTo: sql`least(${upTo.toISOString()}::timestamptz, now())`,
    })
    .onConflictDoUpdate({
      target: [readingMarkers.communityId, readingMarkers.accountId, readingMarkers.debateId],
      set: { upTo: sql`greatest(${readingMarkers.upTo}, excluded.up_to)` },
    })
    .returning({ upTo: readingMarkers.upTo });
  if (!row) throw new Error("an upsert gives its row");
  return row.upTo;
}

interface Reader {
  readonly communityId: string;
  readonly accountId: string;
  /** What this participant said is not new to them. */
  readonly participantId: string | null;
}

const most = 200;

/** Debates where somebody was before and something has happened since, with how many claims are new. */
export async function newClaimsFor(db: Db, { communityId, accountId, participantId }: Reader) {
  const count = sql<number>`(
    select count(*)::int from ${claims}
    where ${claims.communityId} = ${debates.communityId} and ${claims.debateId} = ${debates.id}
      and ${claims.createdAt} > ${readingMarkers.upTo}
      and ${claims.withdrawnAt} is null and ${claims.archivedAt} is null
      and ${claims.authorId} is distinct from ${participantId}::uuid
  )`;
  return db
    .select({
      debateId: debates.id,
      count,
      debate: {
        phase: debates.phase,
        archivedFrom: debates.archivedFrom,
        authorId: debates.authorId,
      },
    })
    .from(readingMarkers)
    .innerJoin(
      debates,
      and(
        eq(debates.communityId, readingMarkers.communityId),
        eq(debates.id, readingMarkers.debateId),
      ),
    )
    .where(
      and(
        eq(readingMarkers.communityId, communityId),
        eq(readingMarkers.accountId, accountId),
        // That something happened is noted to the few seconds.
        gt(debates.updatedAt, sql`${readingMarkers.upTo} - interval '10 seconds'`),
      ),
    )
    .orderBy(desc(debates.updatedAt))
    .limit(most);
}

/** What somebody chose; null where they follow by what they do. */
export async function stanceOf(db: Db, place: Place): Promise<Stance | null> {
  const { communityId, debateId, accountId } = place;
  const [row] = await db
    .select({ stance: debateStances.stance })
    .from(debateStances)
    .where(
      and(
        eq(debateStances.communityId, communityId),
        eq(debateStances.debateId, debateId),
        eq(debateStances.accountId, accountId),
      ),
    );
  return row?.stance ?? null;
}

export async function saveStance(db: Db, place: Place, stance: Stance): Promise<void> {
  const { communityId, debateId, accountId } = place;
  await db
    .insert(debateStances)
    .values({ communityId, debateId, accountId, stance })
    .onConflictDoUpdate({
      target: [debateStances.communityId, debateStances.debateId, debateStances.accountId],
      set: { stance },
    });
}

/** Whether a participant proposed or claims something in a debate. */
export async function takesPart(
  db: Db,
  { communityId, debateId }: DebateIds,
  participantId: string,
): Promise<boolean> {
  const wrote = (table: typeof positions | typeof claims) => sql`exists (
    select from ${table} where ${table.communityId} = ${communityId}
      and ${table.debateId} = ${debateId} and ${table.authorId} = ${participantId}
  )`;
  const { rows } = await db.execute<{ wrote: boolean }>(
    sql`select ${wrote(positions)} or ${wrote(claims)} as "wrote"`,
  );
  return rows[0]?.wrote === true;
}

const mostSpreads = 50;

/** The claims whose ratings of truth lie farthest apart, the farthest first. */
export async function spreadsOf(db: Db, { communityId, debateId }: DebateIds) {
  const spread = sql<number>`stddev_pop(${truthRatings.rating})::float8`;
  const count = sql<number>`count(${truthRatings.rating})::int`;
  return db
    .select({ claimId: truthRatings.claimId, count, spread })
    .from(truthRatings)
    .innerJoin(
      claims,
      and(eq(claims.communityId, truthRatings.communityId), eq(claims.id, truthRatings.claimId)),
    )
    .where(
      and(
        eq(truthRatings.communityId, communityId),
        eq(truthRatings.debateId, debateId),
        isNull(claims.withdrawnAt),
        isNull(claims.archivedAt),
      ),
    )
    .groupBy(truthRatings.claimId)
    .having(sql`${count} >= ${leastRatings} and ${spread} > 0`)
    .orderBy(desc(spread), desc(count), truthRatings.claimId)
    .limit(mostSpreads);
}
