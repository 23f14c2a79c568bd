import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { evidence } from "#db/schema/debates.ts";
import type { ClaimIds } from "./claim-store.ts";
import type { DebateIds } from "./store.ts";

export interface EvidenceIds extends DebateIds {
  readonly evidenceId: string;
}

export type EvidenceRow = typeof evidence.$inferSelect;
export type NewEvidence = typeof evidence.$inferInsert;

const isEvidence = ({ communityId, debateId, evidenceId }: EvidenceIds) =>
  and(
    eq(evidence.communityId, communityId),
    eq(evidence.debateId, debateId),
    eq(evidence.id, evidenceId),
  );

export async function findEvidence(db: Db, ids: EvidenceIds): Promise<EvidenceRow | undefined> {
  const [row] = await db.select().from(evidence).where(isEvidence(ids));
  return row;
}

/** Notes what was found at a source's address; its words and version stay. */
export async function saveCheck(
  db: Db,
  ids: EvidenceIds,
  check: Pick<NewEvidence, "checkedAt" | "checkedStatus" | "checkedTitle" | "checkedHash">,
): Promise<EvidenceRow> {
  const [row] = await db.update(evidence).set(check).where(isEvidence(ids)).returning();
  if (!row) throw new Error("a source that is locked is there");
  return row;
}

/** The source, kept from everybody else's writing until the transaction ends. */
export async function lockEvidence(db: Db, ids: EvidenceIds): Promise<EvidenceRow | undefined> {
  const [row] = await db.select().from(evidence).where(isEvidence(ids)).for("no key update");
  return row;
}

interface Passage {
  readonly url: string;
  readonly quote: string;
  readonly except?: string;
}

/** Whether the claim has this passage of this source already; the claim must be locked. */
export async function hasEvidence(
  db: Db,
  { communityId, claimId }: Pick<ClaimIds, "communityId" | "claimId">,
  { url, quote, except }: Passage,
): Promise<boolean> {
  const same = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.communityId, communityId),
        eq(evidence.claimId, claimId),
        eq(evidence.url, url),
        eq(evidence.quote, quote),
        isNull(evidence.withdrawnAt),
        except === undefined ? undefined : ne(evidence.id, except),
      ),
    )
    .limit(1);
  return same.length > 0;
}

/** Saves sources; they come back in the order given. */
export async function saveEvidence(db: Db, rows: readonly NewEvidence[]): Promise<EvidenceRow[]> {
  if (rows.length === 0) return [];
  return db
    .insert(evidence)
    .values([...rows])
    .returning();
}

export async function rewriteEvidence(
  db: Db,
  ids: EvidenceIds,
  change: Partial<NewEvidence>,
): Promise<EvidenceRow> {
  const [row] = await db
    .update(evidence)
    .set({ ...change, version: sql`${evidence.version} + 1` })
    .where(isEvidence(ids))
    .returning();
  if (!row) throw new Error("a source that is locked is there");
  return row;
}

export async function markEvidenceWithdrawn(db: Db, ids: EvidenceIds): Promise<void> {
  await db
    .update(evidence)
    .set({ withdrawnAt: sql`now()` })
    .where(isEvidence(ids));
}
