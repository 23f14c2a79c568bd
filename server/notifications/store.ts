import { and, desc, eq, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { communities, memberships, notices } from "#db/schema/communities.ts";
import { debateStances } from "#db/schema/reading.ts";

export type NoticeRow = typeof notices.$inferSelect;

export async function saveNotices(
  db: Db,
  rows: readonly (typeof notices.$inferInsert)[],
): Promise<void> {
  await db.insert(notices).values([...rows]);
}

/** The accounts behind active members; whoever has left is told nothing. */
export async function accountsOf(
  db: Db,
  communityId: string,
  participantIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ accountId: memberships.accountId })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, communityId),
        inArray(memberships.participantId, [...participantIds]),
        eq(memberships.status, "active"),
      ),
    );
  return rows.map(({ accountId }) => accountId);
}

/** Those of some accounts that have not muted a debate. */
export async function withoutMuters(
  db: Db,
  { communityId, debateId }: { readonly communityId: string; readonly debateId: string },
  accountIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ accountId: debateStances.accountId })
    .from(debateStances)
    .where(
      and(
        eq(debateStances.communityId, communityId),
        eq(debateStances.debateId, debateId),
        eq(debateStances.stance, "muted"),
      ),
    );
  const muters = new Set(rows.map(({ accountId }) => accountId));
  return accountIds.filter((id) => !muters.has(id));
}

interface Told {
  readonly kind: string;
  readonly link: string;
  readonly data?: Record<string, string>;
}

/** Those of some accounts that have not been told the very same, or have read it. */
export async function withoutTold(
  db: Db,
  { kind, link, data = {} }: Told,
  accountIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ accountId: notices.accountId })
    .from(notices)
    .where(
      and(
        inArray(notices.accountId, [...accountIds]),
        isNull(notices.readAt),
        eq(notices.kind, kind),
        eq(notices.link, link),
        sql`${notices.data} = ${JSON.stringify(data)}::jsonb`,
      ),
    );
  const told = new Set(rows.map(({ accountId }) => accountId));
  return accountIds.filter((id) => !told.has(id));
}

interface Wanted {
  readonly accountId: string;
  readonly communityId?: string | undefined;
  readonly unread: boolean;
}

interface Part {
  readonly before: string | null;
  readonly limit: number;
}

/** Notices of an account, newest first; none from a private community that it has left. */
export async function noticesOf(db: Db, wanted: Wanted, { before, limit }: Part) {
  return visibleNotices(db)
    .where(
      and(ofReader(wanted), before === null ? undefined : lt(notices.id, before), stillVisible()),
    )
    .orderBy(desc(notices.id))
    .limit(limit);
}

/** How many are unread, counted to 100 and no further. */
export async function countUnread(db: Db, accountId: string): Promise<number> {
  const rows = await visibleNotices(db)
    .where(and(ofReader({ accountId, unread: true }), stillVisible()))
    .limit(100);
  return rows.length;
}

function visibleNotices(db: Db) {
  return db
    .select({
      notice: notices,
      community: { id: communities.id, slug: communities.slug, name: communities.name },
    })
    .from(notices)
    .leftJoin(communities, eq(communities.id, notices.communityId))
    .leftJoin(
      memberships,
      and(
        eq(memberships.communityId, notices.communityId),
        eq(memberships.accountId, notices.accountId),
        eq(memberships.status, "active"),
      ),
    )
    .$dynamic();
}

const ofReader = ({ accountId, communityId, unread }: Wanted) =>
  and(
    eq(notices.accountId, accountId),
    communityId === undefined ? undefined : eq(notices.communityId, communityId),
    unread ? isNull(notices.readAt) : undefined,
  );

const stillVisible = () =>
  or(
    isNull(notices.communityId),
    eq(communities.isPrivate, false),
    eq(memberships.status, "active"),
  );

/** Marks notices of an account as read: these, or all up to one; says whether any was unread. */
export async function markRead(
  db: Db,
  accountId: string,
  which: { readonly ids: readonly string[] } | { readonly upTo: string },
): Promise<boolean> {
  const chosen = "ids" in which ? inArray(notices.id, [...which.ids]) : lte(notices.id, which.upTo);
  const rows = await db
    .update(notices)
    .set({ readAt: sql`now()` })
    .where(and(eq(notices.accountId, accountId), chosen, isNull(notices.readAt)))
    .returning({ id: notices.id });
  return rows.length > 0;
}

/** Marks as read what is about a subject, for everybody; gives the accounts that were concerned. */
export async function settle(db: Db, communityId: string, subject: string): Promise<string[]> {
  const rows = await db
    .update(notices)
    .set({ readAt: sql`now()` })
    .where(
      and(
        eq(notices.communityId, communityId),
        eq(notices.subject, subject),
        isNull(notices.readAt),
      ),
    )
    .returning({ accountId: notices.accountId });
  return [...new Set(rows.map(({ accountId }) => accountId))];
}

interface Forgotten {
  readonly communityIds: readonly string[];
  readonly names: readonly string[];
  readonly inPlace: string;
}

interface ForgottenPeople {
  readonly participantIds: readonly string[];
  /** What notices are about that name people who were no members yet. */
  readonly subjects: readonly string[];
  readonly communityIds: readonly string[];
  readonly inPlace: string;
}

/** Puts another word in place of whatever these people were called when others were told of them. */
export async function forgetPeopleInNotices(db: Db, gone: ForgottenPeople): Promise<void> {
  const { participantIds, subjects, communityIds, inPlace } = gone;
  if (communityIds.length === 0) return;
  const isOfOne = or(
    inArray(sql`${notices.data} ->> 'person'`, [...participantIds]),
    inArray(notices.subject, [...subjects]),
  );
  await db
    .update(notices)
    .set({ data: sql`${notices.data} || jsonb_build_object('name', ${inPlace}::text)` })
    .where(
      and(
        inArray(notices.communityId, [...communityIds]),
        sql`jsonb_exists(${notices.data}, 'name')`,
        isOfOne,
      ),
    );
}

/** Puts another word in place of somebody's names, in what others were told in these communities. */
export async function forgetNamesInNotices(
  db: Db,
  { communityIds, names, inPlace }: Forgotten,
): Promise<void> {
  if (communityIds.length === 0) return;
  const isName = sql`fact.value in (${sql.join(
    names.map((name) => sql`${name}`),
    sql`, `,
  )})`;
  await db
    .update(notices)
    .set({
      data: sql`(select jsonb_object_agg(fact.key, case when ${isName} then ${inPlace} else fact.value end)
        from jsonb_each_text(${notices.data}) fact)`,
    })
    .where(
      and(
        inArray(notices.communityId, [...communityIds]),
        sql`exists (select from jsonb_each_text(${notices.data}) fact where ${isName})`,
      ),
    );
}
