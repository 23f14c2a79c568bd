import { and, asc, desc, eq, gt, inArray, isNull, lte, max, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { communities, memberships } from "#db/schema/communities.ts";
import { debates } from "#db/schema/debates.ts";
import { delegations } from "#db/schema/delegations.ts";
import type { Scope } from "#shared/delegation/scope.ts";

export type DelegationRow = typeof delegations.$inferSelect;

/** For what somebody chooses: a debate or topic, or with null the whole community. */
export interface Subject {
  readonly scope: Scope;
  readonly about: string | null;
}

/** One at a time changes who delegates to whom in a community, until the transaction ends. */
export async function lockDelegations(db: Db, communityId: string): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`delegations ${communityId}`}, 0))`,
  );
}

/** Whether members may delegate, and the most that one of them may carry. */
export async function delegationRules(db: Db, communityId: string) {
  const [row] = await db
    .select({
      slug: communities.slug,
      isAllowed: communities.allowsDelegation,
      capPercent: communities.delegationCapPercent,
    })
    .from(communities)
    .where(eq(communities.id, communityId));
  return row ?? { slug: "", isAllowed: false, capPercent: 0 };
}

const ofSubject = ({ scope, about }: Subject): SQL | undefined =>
  and(
    eq(delegations.scope, scope),
    about === null ? isNull(delegations.about) : eq(delegations.about, about),
  );

/** All that somebody ever chose. */
const chosenBy = (communityId: string, fromId: string) =>
  and(eq(delegations.communityId, communityId), eq(delegations.fromId, fromId));
const oldestFirst = [asc(delegations.madeAt), asc(delegations.id)];

/** Everything that somebody ever chose in one scope, what is revoked with it. */
export async function rowsOfChoice(
  db: Db,
  { communityId, fromId }: { readonly communityId: string; readonly fromId: string },
  subject: Subject,
): Promise<DelegationRow[]> {
  return db
    .select()
    .from(delegations)
    .where(and(chosenBy(communityId, fromId), ofSubject(subject)))
    .orderBy(...oldestFirst);
}

export async function findStanding(
  db: Db,
  { communityId, id }: { readonly communityId: string; readonly id: string },
): Promise<DelegationRow | undefined> {
  const [row] = await db
    .select()
    .from(delegations)
    .where(
      and(
        eq(delegations.communityId, communityId),
        eq(delegations.id, id),
        isNull(delegations.revokedAt),
      ),
    );
  return row;
}

/** For how many debates and topics somebody has chosen. */
export async function choicesOf(db: Db, communityId: string, fromId: string): Promise<Subject[]> {
  return db
    .selectDistinct({ scope: delegations.scope, about: delegations.about })
    .from(delegations)
    .where(and(chosenBy(communityId, fromId), isNull(delegations.revokedAt)));
}

export async function saveDelegations(db: Db, rows: readonly DelegationRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(delegations)
    .values([...rows])
    .onConflictDoUpdate({
      target: [delegations.communityId, delegations.id],
      set: {
        percent: sql`excluded.percent`,
        version: sql`excluded.version`,
        madeAt: sql`excluded.made_at`,
        expiresAt: sql`excluded.expires_at`,
        revokedAt: sql`excluded.revoked_at`,
        warnedAt: sql`excluded.warned_at`,
        toldEndedAt: sql`excluded.told_ended_at`,
      },
    });
}

const giver = alias(memberships, "giver");
const taker = alias(memberships, "taker");

const isActive = (
  place: typeof giver | typeof taker,
  id: typeof delegations.fromId | typeof delegations.toId,
) =>
  and(
    eq(place.communityId, delegations.communityId),
    eq(place.participantId, id),
    eq(place.status, "active"),
  );

const standsAt = (at: Date) => and(isNull(delegations.revokedAt), gt(delegations.expiresAt, at));

/** Delegations between members that stand at a moment and fit one of these subjects. */
export async function standingFor(
  db: Db,
  { communityId, at }: { readonly communityId: string; readonly at: Date },
  subjects: readonly Subject[],
): Promise<DelegationRow[]> {
  const rows = await db
    .select({ delegation: delegations })
    .from(delegations)
    .innerJoin(giver, isActive(giver, delegations.fromId))
    .innerJoin(taker, isActive(taker, delegations.toId))
    .where(
      and(
        eq(delegations.communityId, communityId),
        standsAt(at),
        or(...subjects.map((subject) => ofSubject(subject))),
      ),
    )
    .orderBy(...oldestFirst);
  return rows.map(({ delegation }) => delegation);
}

interface Holder {
  readonly communityId: string;
  readonly participantId: string;
  readonly at: Date;
}

/** What somebody has chosen and what stands, the oldest first. */
export async function givenBy(
  db: Db,
  { communityId, participantId, at }: Holder,
): Promise<DelegationRow[]> {
  return db
    .select()
    .from(delegations)
    .where(and(chosenBy(communityId, participantId), standsAt(at)))
    .orderBy(...oldestFirst);
}

/** The highest version of each choice of somebody. */
export async function versionsOf(db: Db, communityId: string, fromId: string) {
  return db
    .select({
      scope: delegations.scope,
      about: delegations.about,
      version: max(delegations.version),
    })
    .from(delegations)
    .where(chosenBy(communityId, fromId))
    .groupBy(delegations.scope, delegations.about);
}

/** Delegations to somebody from members, the newest first, and how many there are. */
export async function receivedBy(
  db: Db,
  { communityId, participantId, at }: Holder,
  limit: number,
) {
  const rows = await db
    .select({ delegation: delegations, all: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(delegations)
    .innerJoin(giver, isActive(giver, delegations.fromId))
    .where(
      and(
        eq(delegations.communityId, communityId),
        eq(delegations.toId, participantId),
        standsAt(at),
      ),
    )
    .orderBy(desc(delegations.madeAt), desc(delegations.id))
    .limit(limit);
  return { rows: rows.map(({ delegation }) => delegation), count: rows[0]?.all ?? 0 };
}

/** Ends all delegations from and to somebody, by the database's clock; gives those that stood. */
export async function revokeAround(
  db: Db,
  { communityId, participantId }: Omit<Holder, "at">,
): Promise<{ fromId: string }[]> {
  const rows = await db
    .update(delegations)
    .set({ revokedAt: sql`clock_timestamp()`, version: sql`${delegations.version} + 1` })
    .where(
      and(
        eq(delegations.communityId, communityId),
        isNull(delegations.revokedAt),
        or(eq(delegations.fromId, participantId), eq(delegations.toId, participantId)),
      ),
    )
    .returning({
      fromId: delegations.fromId,
      stood: sql<boolean>`${delegations.expiresAt} > clock_timestamp()`,
    });
  return rows.filter(({ stood }) => stood);
}

export async function countMembers(db: Db, communityId: string): Promise<number> {
  return db.$count(
    memberships,
    and(eq(memberships.communityId, communityId), eq(memberships.status, "active")),
  );
}

/** Those of some participants who are members now. */
export async function membersAmong(
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: memberships.participantId })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.status, "active"),
        inArray(memberships.participantId, [...ids]),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** Those of some debates that a community knows of: question and topic. */
export async function knownDebates(db: Db, communityId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: debates.id, question: debates.question, topic: debates.topic })
    .from(debates)
    .where(
      and(
        eq(debates.communityId, communityId),
        inArray(debates.id, [...ids]),
        sql`coalesce(${debates.archivedFrom}, ${debates.phase}) <> 'draft'`,
      ),
    );
}

/** Delegations of any community that end soon, or have ended, of which their owners know nothing yet. */
export async function untoldEndings(
  db: Db,
  { now, soon, limit }: { readonly now: Date; readonly soon: Date; readonly limit: number },
): Promise<DelegationRow[]> {
  return db
    .select()
    .from(delegations)
    .where(
      and(
        isNull(delegations.revokedAt),
        isNull(delegations.toldEndedAt),
        or(
          lte(delegations.expiresAt, now),
          and(lte(delegations.expiresAt, soon), isNull(delegations.warnedAt)),
        ),
      ),
    )
    .orderBy(asc(delegations.expiresAt))
    .limit(limit)
    .for("update", { skipLocked: true });
}
