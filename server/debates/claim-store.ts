import { and, eq, inArray, isNull, ne, not, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { claims, edges, positions } from "#db/schema/debates.ts";
import type { ClaimKind, TargetKind } from "#shared/contract/claims.ts";
import { sameWords } from "./revision-store.ts";
import type { DebateIds } from "./store.ts";

export interface ClaimIds extends DebateIds {
  readonly claimId: string;
}

export type ClaimRow = typeof claims.$inferSelect;
export type NewClaim = typeof claims.$inferInsert;
export type EdgeRow = typeof edges.$inferSelect;
export type NewEdge = typeof edges.$inferInsert;

const isClaim = ({ communityId, debateId, claimId }: ClaimIds) =>
  and(eq(claims.communityId, communityId), eq(claims.debateId, debateId), eq(claims.id, claimId));

export async function findClaim(db: Db, ids: ClaimIds): Promise<ClaimRow | undefined> {
  const [row] = await db.select().from(claims).where(isClaim(ids));
  return row;
}

/** The claim, kept from everybody else's writing until the transaction ends. */
export async function lockClaim(db: Db, ids: ClaimIds): Promise<ClaimRow | undefined> {
  const [row] = await db.select().from(claims).where(isClaim(ids)).for("no key update");
  return row;
}

/** A claim that no longer stands by itself: withdrawn, archived, or one with another. */
export const isGone = sql<boolean>`(${claims.withdrawnAt} is not null
  or ${claims.archivedAt} is not null or ${claims.mergedInto} is not null)`;

interface Target {
  readonly kind: TargetKind;
  readonly id: string;
}

/** What a claim speaks to, as far as it says whether it stands; the claim of an edge stands for it. */
export async function findTarget(db: Db, { communityId, debateId }: DebateIds, target: Target) {
  const [row] = await selectTarget(db, target).where(
    and(
      eq(target.kind === "position" ? positions.communityId : claims.communityId, communityId),
      eq(target.kind === "position" ? positions.debateId : claims.debateId, debateId),
      eq(idOf[target.kind], target.id),
    ),
  );
  return row;
}

const idOf = { position: positions.id, claim: claims.id, edge: edges.id };

function selectTarget(db: Db, { kind }: Target) {
  if (kind === "position") {
    const { withdrawnAt } = positions;
    const never = { archivedAt: sql<null>`null`, mergedInto: sql<null>`null` };
    return db
      .select({ withdrawnAt, ...never })
      .from(positions)
      .$dynamic();
  }
  const { withdrawnAt, archivedAt, mergedInto } = claims;
  const ofClaims = db.select({ withdrawnAt, archivedAt, mergedInto }).from(claims).$dynamic();
  if (kind === "claim") return ofClaims;
  const isItsClaim = and(
    eq(edges.communityId, claims.communityId),
    eq(edges.claimId, claims.id),
    isNull(edges.removedAt),
  );
  return ofClaims.innerJoin(edges, isItsClaim);
}

/** Whether another claim at one of these places says the same; the places must be locked. */
export async function hasClaimAt(
  db: Db,
  {
    communityId,
    targetIds,
  }: { readonly communityId: string; readonly targetIds: readonly string[] },
  { text, except }: { readonly text: string; readonly except?: string },
): Promise<boolean> {
  if (targetIds.length === 0) return false;
  const same = await db
    .select({ id: claims.id })
    .from(edges)
    .innerJoin(claims, and(eq(claims.communityId, edges.communityId), eq(claims.id, edges.claimId)))
    .where(
      and(
        eq(edges.communityId, communityId),
        inArray(edges.targetId, [...targetIds]),
        isNull(edges.removedAt),
        not(isGone),
        sameWords(claims.text, text),
        except === undefined ? undefined : ne(claims.id, except),
      ),
    )
    .limit(1);
  return same.length > 0;
}

/** Saves a claim with the edge by which it stands in the tree. */
export async function saveClaim(db: Db, claim: NewClaim, edge: NewEdge) {
  const [savedClaim] = await db.insert(claims).values(claim).returning();
  const [savedEdge] = await db.insert(edges).values(edge).returning();
  if (!savedClaim || !savedEdge) throw new Error("an insert gives its row");
  return { claim: savedClaim, edge: savedEdge };
}

/** Saves claims whose edges are saved by somebody else. */
export async function saveClaims(db: Db, rows: readonly NewClaim[]): Promise<void> {
  await db.insert(claims).values([...rows]);
}

/** Where a claim stands. */
export async function placesOf(
  db: Db,
  { communityId, claimId }: Pick<ClaimIds, "communityId" | "claimId">,
): Promise<string[]> {
  const rows = await db
    .select({ targetId: edges.targetId })
    .from(edges)
    .where(
      and(eq(edges.communityId, communityId), eq(edges.claimId, claimId), isNull(edges.removedAt)),
    );
  return rows.map(({ targetId }) => targetId);
}

export async function rewordClaim(
  db: Db,
  ids: ClaimIds,
  words: {
    readonly text: string;
    readonly kind?: ClaimKind | undefined;
    /** Null where that is its author. */
    readonly editorId: string | null;
  },
): Promise<ClaimRow> {
  const [row] = await db
    .update(claims)
    .set({ ...words, version: sql`${claims.version} + 1`, updatedAt: sql`now()` })
    .where(isClaim(ids))
    .returning();
  if (!row) throw new Error("a claim that is locked is there");
  return row;
}

export async function markClaimWithdrawn(db: Db, ids: ClaimIds): Promise<ClaimRow> {
  const [row] = await db
    .update(claims)
    .set({ withdrawnAt: sql`now()`, updatedAt: sql`now()` })
    .where(isClaim(ids))
    .returning();
  if (!row) throw new Error("a claim that is locked is there");
  return row;
}
