import { and, asc, count, eq, inArray, isNull, not, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships, participants } from "#db/schema/communities.ts";
import { curated } from "#db/schema/curation.ts";
import { claims, edges, positions } from "#db/schema/debates.ts";
import type { Curated, CuratedKind } from "#shared/contract/curation.ts";
import type { Author } from "#shared/contract/ids.ts";
import { isGone } from "../debates/public.ts";

export interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

export interface Slot {
  readonly kind: CuratedKind;
  readonly subjectId: string;
}

/** Lets one at a time curate a debate until the transaction ends. */
export async function lockCuration(db: Db, { debateId }: DebateIds): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`curation ${debateId}`}, 0))`,
  );
}

const ofDebate = ({ communityId, debateId }: DebateIds) =>
  and(eq(curated.communityId, communityId), eq(curated.debateId, debateId));

/** Everything that is curated in a debate, the oldest first. */
export async function partsOf(db: Db, ids: DebateIds): Promise<Curated[]> {
  return db
    .select({ kind: curated.kind, subjectId: curated.subjectId, values: curated.values })
    .from(curated)
    .where(ofDebate(ids))
    .orderBy(asc(curated.createdAt), asc(curated.subjectId));
}

export async function valuesOf(db: Db, ids: DebateIds, slot: Slot): Promise<string[]> {
  const [row] = await db
    .select({ values: curated.values })
    .from(curated)
    .where(and(ofDebate(ids), eq(curated.kind, slot.kind), eq(curated.subjectId, slot.subjectId)));
  return row?.values ?? [];
}

export async function putValues(
  db: Db,
  { communityId, debateId }: DebateIds,
  { kind, subjectId, values }: Curated,
): Promise<void> {
  if (values.length === 0) {
    await db
      .delete(curated)
      .where(
        and(
          ofDebate({ communityId, debateId }),
          eq(curated.kind, kind),
          eq(curated.subjectId, subjectId),
        ),
      );
    return;
  }
  await db
    .insert(curated)
    .values({ communityId, debateId, kind, subjectId, values })
    .onConflictDoUpdate({
      target: [curated.communityId, curated.debateId, curated.kind, curated.subjectId],
      set: { values },
    });
}

/** Few enough for the parameters of one statement. */
const atOnce = 1_000;

/** Adds many parts at once, as of an import; they count as set one after the other, since that is their order. */
export async function insertParts(
  db: Db,
  { communityId, debateId }: DebateIds,
  parts: readonly Curated[],
): Promise<void> {
  for (let from = 0; from < parts.length; from += atOnce) {
    const some = parts.slice(from, from + atOnce);
    await db.insert(curated).values(
      some.map((part, at) => {
        const ago = parts.length - from - at;
        const createdAt = sql`now() - ${ago} * interval '1 millisecond'`;
        return { communityId, debateId, ...part, createdAt };
      }),
    );
  }
}

/** How many claims that stand are pinned. */
export async function pinsOf(db: Db, ids: DebateIds): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(curated)
    .innerJoin(
      claims,
      and(
        eq(claims.communityId, curated.communityId),
        eq(claims.id, curated.subjectId),
        not(isGone),
      ),
    )
    .where(and(ofDebate(ids), eq(curated.kind, "pin")));
  return row?.count ?? 0;
}

interface Person {
  readonly communityId: string;
  readonly participantId: string;
}

/** A member's name; nothing for who is none (any more). */
export async function findMember(
  db: Db,
  { communityId, participantId }: Person,
): Promise<Author | undefined> {
  const [row] = await db
    .select({ id: participants.id, name: participants.name, kind: participants.kind })
    .from(participants)
    .innerJoin(
      memberships,
      and(
        eq(memberships.communityId, participants.communityId),
        eq(memberships.participantId, participants.id),
        eq(memberships.status, "active"),
      ),
    )
    .where(and(eq(participants.communityId, communityId), eq(participants.id, participantId)));
  return row;
}

/** What stands in the way of curating a claim: nothing, or that it does not stand by itself. */
export async function findClaimState(
  db: Db,
  { communityId, debateId }: DebateIds,
  claimId: string,
) {
  const { withdrawnAt, archivedAt, mergedInto } = claims;
  const [row] = await db
    .select({ withdrawnAt, archivedAt, mergedInto })
    .from(claims)
    .where(
      and(
        eq(claims.communityId, communityId),
        eq(claims.debateId, debateId),
        eq(claims.id, claimId),
      ),
    );
  return row;
}

export async function hasPosition(
  db: Db,
  { communityId, debateId }: DebateIds,
  positionId: string,
): Promise<boolean> {
  return (await countPositions(db, { communityId, debateId }, [positionId])) === 1;
}

/** How many of these are positions of the debate. */
export async function countPositions(
  db: Db,
  { communityId, debateId }: DebateIds,
  ids: readonly string[],
): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(positions)
    .where(
      and(
        eq(positions.communityId, communityId),
        eq(positions.debateId, debateId),
        inArray(positions.id, [...ids]),
      ),
    );
  return row?.count ?? 0;
}

/** How many of these edges stand right below a position or claim, or below one of a claim's edges. */
export async function countEdgesBelow(
  db: Db,
  { communityId, debateId }: DebateIds,
  { targetId, ids }: { readonly targetId: string; readonly ids: readonly string[] },
): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(edges)
    .where(
      and(
        eq(edges.communityId, communityId),
        eq(edges.debateId, debateId),
        isNull(edges.removedAt),
        inArray(edges.id, [...ids]),
        or(
          eq(edges.targetId, targetId),
          sql`${edges.targetId} in (select own.id from ${edges} own
            where own.community_id = ${communityId} and own.claim_id = ${targetId})`,
        ),
      ),
    );
  return row?.count ?? 0;
}

/** Whether a claim speaks on this side of a position. */
export async function speaksTo(
  db: Db,
  { communityId, debateId }: DebateIds,
  place: { readonly claimId: string; readonly positionId: string; readonly side: "pro" | "con" },
): Promise<boolean> {
  const found = await db
    .select({ id: edges.id })
    .from(edges)
    .where(
      and(
        eq(edges.communityId, communityId),
        eq(edges.debateId, debateId),
        eq(edges.claimId, place.claimId),
        eq(edges.targetId, place.positionId),
        eq(edges.side, place.side),
        isNull(edges.removedAt),
      ),
    )
    .limit(1);
  return found.length > 0;
}
