import { and, asc, desc, eq, inArray, isNotNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/communities.ts";
import {
  disputes,
  disputeSignatures,
  disputeStatements,
  drawNonces,
  juries,
  jurors,
} from "#db/schema/disputes.ts";
import { likenessKey } from "#db/schema/likeness.ts";
import type { DisputeKind, DisputeStage } from "#shared/contract/disputes.ts";
import type { Party } from "#shared/lottery/index.ts";
import { apart } from "#shared/finding/likeness.ts";

export interface DisputeIds {
  readonly communityId: string;
  readonly disputeId: string;
}

export type DisputeRow = typeof disputes.$inferSelect;
export type JuryRow = typeof juries.$inferSelect;
export type NonceRow = typeof drawNonces.$inferSelect;
export type { StageTimes } from "#db/schema/disputes.ts";

export const idsOf = ({ communityId, id }: Pick<DisputeRow, "communityId" | "id">): DisputeIds => ({
  communityId,
  disputeId: id,
});

const disputeIs = ({ communityId, disputeId }: DisputeIds) =>
  and(eq(disputes.communityId, communityId), eq(disputes.id, disputeId));

export async function findDispute(db: Db, ids: DisputeIds): Promise<DisputeRow | undefined> {
  const [row] = await db.select().from(disputes).where(disputeIs(ids));
  return row;
}

/** The case, held until the transaction ends. */
export async function lockDispute(db: Db, ids: DisputeIds): Promise<DisputeRow | undefined> {
  const [row] = await db.select().from(disputes).where(disputeIs(ids)).for("update");
  return row;
}

export async function saveDispute(db: Db, row: typeof disputes.$inferInsert): Promise<DisputeRow> {
  const [saved] = await db.insert(disputes).values(row).returning();
  if (!saved) throw new Error("an insert gives its row");
  return saved;
}

export async function updateDispute(
  db: Db,
  ids: DisputeIds,
  change: Partial<typeof disputes.$inferInsert>,
): Promise<void> {
  await db
    .update(disputes)
    .set({ ...change, version: sql`${disputes.version} + 1` })
    .where(disputeIs(ids));
}

/** Of several who would dispute the same at the same time one comes after the other. */
export async function lockDisputed(db: Db, subjectId: string): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`disputed ${subjectId}`}, 0))`,
  );
}

/** The dispute about something; of an action any, of other things one that is under way. */
export async function disputeAbout(
  db: Db,
  communityId: string,
  { kind, subjectId }: { readonly kind: DisputeKind; readonly subjectId: string },
): Promise<DisputeRow | undefined> {
  const [row] = await db
    .select()
    .from(disputes)
    .where(
      and(
        eq(disputes.communityId, communityId),
        eq(disputes.kind, kind),
        eq(disputes.subjectId, subjectId),
        kind === "action" ? undefined : sql`${disputes.stage} not in ('ruled', 'withdrawn')`,
      ),
    );
  return row;
}

/** Cases in which something is to be done by now. */
export async function dueDisputes(db: Db): Promise<DisputeIds[]> {
  return db
    .select({ communityId: disputes.communityId, disputeId: disputes.id })
    .from(disputes)
    .where(and(isNotNull(disputes.wakeAt), lte(disputes.wakeAt, sql`clock_timestamp()`)))
    .orderBy(asc(disputes.wakeAt))
    .limit(500);
}

interface Wanted {
  readonly communityId: string;
  readonly kind?: DisputeKind | undefined;
  readonly stage?: DisputeStage | undefined;
  readonly rule?: number | undefined;
  readonly actionId?: string | undefined;
  readonly decisionId?: string | undefined;
  readonly commitmentId?: string | undefined;
  /** The participant whose cases are wanted. */
  readonly of?: string | undefined;
}

const isOf = (participantId: string) =>
  or(
    eq(disputes.claimantId, participantId),
    eq(disputes.respondentId, participantId),
    eq(disputes.mediatorId, participantId),
    sql`exists (select from ${jurors} where ${jurors.communityId} = ${disputes.communityId}
      and ${jurors.disputeId} = ${disputes.id} and ${jurors.participantId} = ${participantId}
      and ${jurors.status} in ('invited', 'serving'))`,
  );

/** Cases, the latest first: their ids hold the time. */
export async function disputesOf(
  db: Db,
  { communityId, kind, stage, rule, actionId, decisionId, commitmentId, of }: Wanted,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<DisputeRow[]> {
  return db
    .select()
    .from(disputes)
    .where(
      and(
        eq(disputes.communityId, communityId),
        kind && eq(disputes.kind, kind),
        stage && eq(disputes.stage, stage),
        rule === undefined ? undefined : eq(disputes.ruleNumber, rule),
        actionId === undefined
          ? undefined
          : and(eq(disputes.kind, "action"), eq(disputes.subjectId, actionId)),
        decisionId === undefined
          ? undefined
          : and(eq(disputes.kind, "decision"), eq(disputes.subjectId, decisionId)),
        commitmentId === undefined
          ? undefined
          : and(eq(disputes.kind, "commitment"), eq(disputes.about, commitmentId)),
        of === undefined ? undefined : isOf(of),
        before === null ? undefined : lt(disputes.id, before),
      ),
    )
    .orderBy(desc(disputes.id))
    .limit(limit);
}

const mostPrecedents = 10;

/** Cases with a ruling under the same rule, or on similar grounds; those under the same rule first. */
export async function precedentsOf(
  db: Db,
  { communityId, id, ruleNumber, grounds }: DisputeRow,
): Promise<{ id: string; isSameRule: boolean; likeness: number }[]> {
  const key = likenessKey(disputes.grounds);
  const sought = apart(grounds);
  const isSameRule = sql`(${ruleNumber}::int is not null and ${disputes.ruleNumber} = ${ruleNumber}::int)`;
  const { rows } = await db.execute<{ id: string; isSameRule: boolean; likeness: number }>(sql`
    select ${disputes.id} as "id", coalesce(${isSameRule}, false) as "isSameRule",
      similarity(${key}, ${sought})::float8 as "likeness"
    from ${disputes}
    where ${disputes.communityId} = ${communityId} and ${disputes.id} <> ${id}
      and ${disputes.choice} is not null and (${isSameRule} or ${key} % ${sought})
    order by "isSameRule" desc, "likeness" desc, "id" desc limit ${mostPrecedents}`);
  return rows;
}

export async function disputesNamed(
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<DisputeRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(disputes)
    .where(and(eq(disputes.communityId, communityId), inArray(disputes.id, [...ids])));
}

// Statements

const statementsAre = ({ communityId, disputeId }: DisputeIds) =>
  and(eq(disputeStatements.communityId, communityId), eq(disputeStatements.disputeId, disputeId));

export async function statementsOf(db: Db, ids: DisputeIds) {
  return db
    .select()
    .from(disputeStatements)
    .where(statementsAre(ids))
    .orderBy(disputeStatements.id);
}

export async function saveStatement(
  db: Db,
  row: typeof disputeStatements.$inferInsert,
): Promise<void> {
  await db.insert(disputeStatements).values(row);
}

// Nonces

export interface LevelIds extends DisputeIds {
  readonly level: number;
}

export const levelOf = (row: DisputeRow): LevelIds => ({ ...idsOf(row), level: row.level });

export async function noncesOf(
  db: Db,
  { communityId, disputeId }: DisputeIds,
): Promise<NonceRow[]> {
  return db
    .select()
    .from(drawNonces)
    .where(and(eq(drawNonces.communityId, communityId), eq(drawNonces.disputeId, disputeId)))
    .orderBy(drawNonces.level, drawNonces.party);
}

/** What was thrown into the draw of a level. */
export async function noncesAt(db: Db, ids: LevelIds): Promise<NonceRow[]> {
  return (await noncesOf(db, ids)).filter(({ level }) => level === ids.level);
}

/** Commits a party; what it committed to before is forgotten. */
export async function saveNonce(db: Db, row: typeof drawNonces.$inferInsert): Promise<void> {
  const { communityId, disputeId, level, party } = drawNonces;
  await db
    .insert(drawNonces)
    .values(row)
    .onConflictDoUpdate({
      target: [communityId, disputeId, level, party],
      set: { commitment: row.commitment, committedAt: sql`now()` },
    });
}

export async function saveToldNonce(
  db: Db,
  { communityId, disputeId, level }: LevelIds,
  { party, nonce }: { readonly party: Party; readonly nonce: string },
): Promise<void> {
  await db
    .update(drawNonces)
    .set({ nonce })
    .where(
      and(
        eq(drawNonces.communityId, communityId),
        eq(drawNonces.disputeId, disputeId),
        eq(drawNonces.level, level),
        eq(drawNonces.party, party),
      ),
    );
}

// Juries

const juryIs = ({ communityId, disputeId, level }: LevelIds) =>
  and(
    eq(juries.communityId, communityId),
    eq(juries.disputeId, disputeId),
    eq(juries.level, level),
  );

export async function juriesOf(db: Db, { communityId, disputeId }: DisputeIds): Promise<JuryRow[]> {
  return db
    .select()
    .from(juries)
    .where(and(eq(juries.communityId, communityId), eq(juries.disputeId, disputeId)))
    .orderBy(juries.level);
}

/** The jury of a case at a level. */
export async function juryOf(db: Db, ids: LevelIds): Promise<JuryRow | undefined> {
  const [row] = await db.select().from(juries).where(juryIs(ids));
  return row;
}

export async function saveJury(db: Db, row: typeof juries.$inferInsert): Promise<void> {
  await db.insert(juries).values(row);
}

export async function updateJury(
  db: Db,
  ids: LevelIds,
  change: Partial<typeof juries.$inferInsert>,
): Promise<void> {
  await db.update(juries).set(change).where(juryIs(ids));
}

// Signatures

const signaturesAre = ({ communityId, disputeId }: DisputeIds) =>
  and(eq(disputeSignatures.communityId, communityId), eq(disputeSignatures.disputeId, disputeId));

/** Those of members who still are members. */
export async function signersOf(db: Db, ids: DisputeIds): Promise<string[]> {
  const rows = await db
    .select({ id: disputeSignatures.participantId })
    .from(disputeSignatures)
    .innerJoin(
      memberships,
      and(
        eq(memberships.communityId, disputeSignatures.communityId),
        eq(memberships.participantId, disputeSignatures.participantId),
        eq(memberships.status, "active"),
      ),
    )
    .where(signaturesAre(ids))
    .orderBy(asc(disputeSignatures.participantId));
  return rows.map(({ id }) => id);
}

export async function saveSignature(
  db: Db,
  row: typeof disputeSignatures.$inferInsert,
): Promise<void> {
  await db.insert(disputeSignatures).values(row).onConflictDoNothing();
}

export async function deleteSignature(
  db: Db,
  ids: DisputeIds,
  participantId: string,
): Promise<void> {
  await db
    .delete(disputeSignatures)
    .where(and(signaturesAre(ids), eq(disputeSignatures.participantId, participantId)));
}
