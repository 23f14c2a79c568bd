import { and, count, desc, eq, gt, max, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { debatePaces, moderationSettings, postings, sanctions } from "#db/schema/moderation.ts";
import type { DebatePace } from "#shared/contract/moderation-settings.ts";

export type SettingsRow = typeof moderationSettings.$inferSelect;
export type NewSettings = Omit<typeof moderationSettings.$inferInsert, "version">;

export async function findSettings(db: Db, communityId: string): Promise<SettingsRow | undefined> {
  const [row] = await db
    .select()
    .from(moderationSettings)
    .where(eq(moderationSettings.communityId, communityId));
  return row;
}

/** Lets one at a time change a community's settings until the transaction ends. */
export async function lockSettings(db: Db, communityId: string): Promise<void> {
  const key = `moderation settings ${communityId}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

/** Saves the settings, which must be locked, as the next version. */
export async function saveSettings(
  db: Db,
  row: NewSettings,
  version: number,
): Promise<SettingsRow> {
  const next = { ...row, version: version + 1 };
  const [saved] = await db
    .insert(moderationSettings)
    .values(next)
    .onConflictDoUpdate({ target: moderationSettings.communityId, set: next })
    .returning();
  if (!saved) throw new Error("an insert gives its row");
  return saved;
}

interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

export async function paceOf(db: Db, { communityId, debateId }: DebateIds): Promise<DebatePace> {
  const [row] = await db
    .select({ slowSeconds: debatePaces.slowSeconds, isLocked: debatePaces.isLocked })
    .from(debatePaces)
    .where(and(eq(debatePaces.communityId, communityId), eq(debatePaces.debateId, debateId)));
  return row ?? { slowSeconds: 0, isLocked: false };
}

export async function savePace(db: Db, ids: DebateIds, pace: DebatePace): Promise<void> {
  await db
    .insert(debatePaces)
    .values({ communityId: ids.communityId, debateId: ids.debateId, ...pace })
    .onConflictDoUpdate({ target: [debatePaces.communityId, debatePaces.debateId], set: pace });
}

interface Posting extends DebateIds {
  readonly participantId: string;
  readonly subjectId: string;
}

export async function savePosting(db: Db, row: Posting): Promise<void> {
  await db.insert(postings).values(row);
}

/** What somebody wrote before this: in all, within the hour, and last in this debate. */
export async function writtenBefore(
  db: Db,
  { communityId, participantId, debateId, subjectId }: Posting,
) {
  const others = and(
    eq(postings.communityId, communityId),
    eq(postings.participantId, participantId),
    ne(postings.subjectId, subjectId),
  );
  const [row] = await db
    .select({
      inAll: count(),
      lastHour: sql<number>`(count(*) filter (where ${postings.createdAt} > now() - interval '1 hour'))::int`,
      secondsSince: sql<number | null>`extract(epoch from now() - max(${postings.createdAt})
        filter (where ${postings.debateId} = ${debateId}))::float8`,
    })
    .from(postings)
    .where(others);
  return row ?? { inAll: 0, lastHour: 0, secondsSince: null };
}

/** After how many seconds fewer than so many of somebody's contributions are within the hour. */
export async function secondsUntilFree(
  db: Db,
  { communityId, participantId, subjectId }: Posting,
  most: number,
): Promise<number> {
  const [row] = await db
    .select({
      left: sql<number>`ceil(extract(epoch from ${postings.createdAt} + interval '1 hour' - now()))::int`,
    })
    .from(postings)
    .where(
      and(
        eq(postings.communityId, communityId),
        eq(postings.participantId, participantId),
        ne(postings.subjectId, subjectId),
      ),
    )
    .orderBy(desc(postings.createdAt))
    .offset(most - 1)
    .limit(1);
  return Math.max(1, row?.left ?? 1);
}

/** Whether moderators let somebody write little for now. */
export async function isLimited(
  db: Db,
  { communityId, participantId }: Pick<Posting, "communityId" | "participantId">,
): Promise<boolean> {
  const [row] = await db
    .select({ until: max(sanctions.until) })
    .from(sanctions)
    .where(
      and(
        eq(sanctions.communityId, communityId),
        eq(sanctions.participantId, participantId),
        eq(sanctions.kind, "rate-limit"),
        sql`${sanctions.endedAt} is null`,
        gt(sanctions.until, sql`now()`),
      ),
    );
  return row?.until != null;
}
