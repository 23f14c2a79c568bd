import { and, count, eq, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { sessions } from "#db/schema/accounts.ts";
import { comments } from "#db/schema/comments.ts";
import { communities, memberships } from "#db/schema/communities.ts";
import { claims } from "#db/schema/debates.ts";
import { ballots } from "#db/schema/decisions.ts";
import {
  disputes,
  juries,
  juryDuties,
  juryMessages,
  juryPool,
  jurors,
} from "#db/schema/disputes.ts";
import { responses } from "#db/schema/statements.ts";
import type { Candidate } from "#shared/lottery/index.ts";
import type { DisputeIds, LevelIds } from "./store.ts";

export type JurorRow = typeof jurors.$inferSelect;
export type MessageRow = typeof juryMessages.$inferSelect;

// Readiness

export async function dutySince(
  db: Db,
  communityId: string,
  participantId: string,
): Promise<Date | null> {
  const [row] = await db
    .select({ since: juryDuties.since })
    .from(juryDuties)
    .where(
      and(eq(juryDuties.communityId, communityId), eq(juryDuties.participantId, participantId)),
    );
  return row?.since ?? null;
}

export async function saveDuty(db: Db, row: typeof juryDuties.$inferInsert): Promise<void> {
  await db.insert(juryDuties).values(row).onConflictDoNothing();
}

export async function deleteDuty(
  db: Db,
  communityId: string,
  participantId: string,
): Promise<void> {
  await db
    .delete(juryDuties)
    .where(
      and(eq(juryDuties.communityId, communityId), eq(juryDuties.participantId, participantId)),
    );
}

export async function countReady(db: Db, communityId: string): Promise<number> {
  const [row] = await db
    .select({ ready: count() })
    .from(juryDuties)
    .innerJoin(
      memberships,
      and(
        eq(memberships.communityId, juryDuties.communityId),
        eq(memberships.participantId, juryDuties.participantId),
        eq(memberships.status, "active"),
      ),
    )
    .where(eq(juryDuties.communityId, communityId));
  return row?.ready ?? 0;
}

/** The communities of an account in which it is ready to serve, or was drawn; by their names. */
export async function placesOf(db: Db, accountId: string) {
  const m = memberships;
  const isReady = sql<boolean>`exists (select from ${juryDuties} where ${juryDuties.communityId} = ${m.communityId}
    and ${juryDuties.participantId} = ${m.participantId})`;
  const wasDrawn = sql`exists (select from ${jurors} where ${jurors.communityId} = ${m.communityId}
    and ${jurors.participantId} = ${m.participantId})`;
  return db
    .select({
      community: { id: communities.id, slug: communities.slug, name: communities.name },
      participantId: m.participantId,
      isReady,
    })
    .from(m)
    .innerJoin(communities, eq(communities.id, m.communityId))
    .where(
      and(eq(m.accountId, accountId), eq(m.status, "active"), sql`(${isReady} or ${wasDrawn})`),
    )
    .orderBy(communities.name, communities.id)
    .limit(100);
}

// Who can be drawn

export type Known = Omit<Candidate, "isSuspended" | "hasPart">;

interface CandidateRow extends Record<string, unknown> {
  readonly id: string;
  readonly role: Candidate["role"];
  readonly joined: Date | string;
  readonly ready: Date | string | null;
  readonly active: Date | string | null;
  readonly drawn: Date | string | null;
}

const ms = (moment: Date | string) => new Date(moment).getTime();

/**
 * What a lot goes by, of everybody who is ready to serve; or of one member, ready or not. Active is who was here with a
 * session, or said, answered or voted anything, or came, or said to be ready.
 */
export async function candidatesOf(
  db: Db,
  communityId: string,
  only: string | null = null,
): Promise<Known[]> {
  const m = memberships;
  const last = (moment: PgColumn, person: PgColumn, community: PgColumn) =>
    sql`(select max(${moment}) from ${moment.table} where ${community} = ${m.communityId} and ${person} = ${m.participantId})`;
  const { rows } = await db.execute<CandidateRow>(sql`
    select ${m.participantId} as "id", ${m.role} as "role", ${m.joinedAt} as "joined",
      ${juryDuties.since} as "ready",
      greatest(${m.joinedAt}, ${juryDuties.since},
        (select max(${sessions.lastUsedAt}) from ${sessions} where ${sessions.accountId} = ${m.accountId}),
        ${last(claims.createdAt, claims.authorId, claims.communityId)},
        ${last(comments.createdAt, comments.authorId, comments.communityId)},
        ${last(responses.respondedAt, responses.participantId, responses.communityId)},
        ${last(ballots.castAt, ballots.voterId, ballots.communityId)}
      ) as "active",
      (select max(${jurors.invitedAt}) from ${jurors} where ${jurors.communityId} = ${m.communityId}
        and ${jurors.participantId} = ${m.participantId}) as "drawn"
    from ${m}
    left join ${juryDuties} on ${juryDuties.communityId} = ${m.communityId}
      and ${juryDuties.participantId} = ${m.participantId}
    where ${m.communityId} = ${communityId} and ${m.status} = 'active'
      and ${only === null ? sql`${juryDuties.since} is not null` : sql`${m.participantId} = ${only}`}
    order by ${m.participantId}`);
  return rows.map(({ id, role, joined, ready, active, drawn }) => ({
    id,
    role,
    hasOptedIn: ready !== null,
    memberSince: ms(joined),
    activeAt: ms(active ?? joined),
    drawnAt: drawn === null ? null : ms(drawn),
  }));
}

// The pool

const poolIs = ({ communityId, disputeId, level }: LevelIds) =>
  and(
    eq(juryPool.communityId, communityId),
    eq(juryPool.disputeId, disputeId),
    eq(juryPool.level, level),
  );

export async function savePool(
  db: Db,
  rows: readonly (typeof juryPool.$inferInsert)[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 5_000) {
    await db.insert(juryPool).values(rows.slice(from, from + 5_000));
  }
}

export async function poolMember(db: Db, ids: LevelIds, pseudonym: string) {
  const [row] = await db
    .select()
    .from(juryPool)
    .where(and(poolIs(ids), eq(juryPool.pseudonym, pseudonym)));
  if (!row) throw new Error("whoever is drawn is in the pool");
  return row;
}

// Jurors

const jurorsAre = ({ communityId, disputeId }: DisputeIds) =>
  and(eq(jurors.communityId, communityId), eq(jurors.disputeId, disputeId));

/** Jurors of all levels, in the order in which they were asked, with their salts. */
export async function jurorsOf(db: Db, ids: DisputeIds): Promise<(JurorRow & { salt: string })[]> {
  const rows = await db
    .select({ juror: jurors, salt: juryPool.salt })
    .from(jurors)
    .innerJoin(
      juryPool,
      and(
        eq(juryPool.communityId, jurors.communityId),
        eq(juryPool.disputeId, jurors.disputeId),
        eq(juryPool.level, jurors.level),
        eq(juryPool.participantId, jurors.participantId),
      ),
    )
    .where(jurorsAre(ids))
    .orderBy(jurors.level, jurors.number);
  return rows.map(({ juror, salt }) => ({ ...juror, salt }));
}

export async function saveJuror(db: Db, row: typeof jurors.$inferInsert): Promise<void> {
  await db.insert(jurors).values(row);
}

export async function updateJuror(
  db: Db,
  { communityId, disputeId, level }: LevelIds,
  { participantId, ...change }: Partial<JurorRow> & { readonly participantId: string },
): Promise<void> {
  await db
    .update(jurors)
    .set(change)
    .where(
      and(
        jurorsAre({ communityId, disputeId }),
        eq(jurors.level, level),
        eq(jurors.participantId, participantId),
      ),
    );
}

/** In how many juries somebody has voted whose rulings are published. */
export async function countServed(
  db: Db,
  communityId: string,
  participantId: string,
): Promise<number> {
  const [row] = await db
    .select({ served: count() })
    .from(jurors)
    .innerJoin(
      juries,
      and(
        eq(juries.communityId, jurors.communityId),
        eq(juries.disputeId, jurors.disputeId),
        eq(juries.level, jurors.level),
      ),
    )
    .where(
      and(
        eq(jurors.communityId, communityId),
        eq(jurors.participantId, participantId),
        sql`${jurors.choice} is not null and ${juries.ruledAt} is not null`,
      ),
    );
  return row?.served ?? 0;
}

// The jury's room

const messagesAre = ({ communityId, disputeId }: DisputeIds) =>
  and(eq(juryMessages.communityId, communityId), eq(juryMessages.disputeId, disputeId));

export async function messagesOf(db: Db, ids: DisputeIds): Promise<MessageRow[]> {
  return db.select().from(juryMessages).where(messagesAre(ids)).orderBy(juryMessages.id);
}

/** Whether a juror has asked the one question that each has before a jury. */
export async function hasAsked(db: Db, ids: LevelIds, participantId: string): Promise<boolean> {
  const { level, authorId, kind } = juryMessages;
  const [row] = await db
    .select({ id: juryMessages.id })
    .from(juryMessages)
    .where(
      and(
        messagesAre(ids),
        eq(level, ids.level),
        eq(authorId, participantId),
        eq(kind, "question"),
      ),
    );
  return row !== undefined;
}

export async function saveMessage(
  db: Db,
  row: typeof juryMessages.$inferInsert,
): Promise<MessageRow> {
  const [saved] = await db.insert(juryMessages).values(row).returning();
  if (!saved) throw new Error("an insert gives its row");
  return saved;
}

/** Cases that wait for somebody's answer or vote as a juror. */
export async function summonsOf(db: Db, communityId: string, participantId: string) {
  return db
    .select({
      disputeId: disputes.id,
      stage: disputes.stage,
      dueAt: sql<Date | null>`coalesce(${jurors.dueAt}, ${disputes.dueAt})`.mapWith(jurors.dueAt),
    })
    .from(jurors)
    .innerJoin(
      disputes,
      and(
        eq(disputes.communityId, jurors.communityId),
        eq(disputes.id, jurors.disputeId),
        eq(disputes.level, jurors.level),
      ),
    )
    .where(
      and(
        eq(jurors.communityId, communityId),
        eq(jurors.participantId, participantId),
        sql`${jurors.status} in ('invited', 'serving')`,
        sql`${disputes.stage} in ('summoning', 'deliberation', 'voting', 'revealing')`,
      ),
    )
    .orderBy(disputes.id);
}
