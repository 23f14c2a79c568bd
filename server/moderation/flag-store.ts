import { and, asc, count, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { communities, memberships } from "#db/schema/communities.ts";
import { flags } from "#db/schema/moderation.ts";
import type { FlagOutcome } from "#shared/contract/flags.ts";
import type { Subject } from "#shared/contract/moderated.ts";
import type { TrackRecord } from "#shared/moderation/flag-weight.ts";

export type FlagRow = typeof flags.$inferSelect;

interface FlagIds {
  readonly communityId: string;
  readonly flagId: string;
}

const isFlag = ({ communityId, flagId }: FlagIds) =>
  and(eq(flags.communityId, communityId), eq(flags.id, flagId));

export async function saveFlag(db: Db, row: typeof flags.$inferInsert): Promise<FlagRow> {
  const [saved] = await db.insert(flags).values(row).returning();
  if (!saved) throw new Error("an insert gives its row");
  return saved;
}

export async function findFlag(db: Db, ids: FlagIds): Promise<FlagRow | undefined> {
  const [row] = await db.select().from(flags).where(isFlag(ids));
  return row;
}

export async function withdraw(db: Db, ids: FlagIds): Promise<void> {
  await db
    .update(flags)
    .set({ outcome: "withdrawn", finalAt: sql`now()` })
    .where(isFlag(ids));
}

/** The flags of an item that were not taken back, the oldest first. */
export async function flagsOn(
  db: Db,
  { communityId, itemId }: { readonly communityId: string; readonly itemId: string },
): Promise<FlagRow[]> {
  return db
    .select()
    .from(flags)
    .where(
      and(
        eq(flags.communityId, communityId),
        eq(flags.itemId, itemId),
        sql`${flags.outcome} <> 'withdrawn'`,
      ),
    )
    .orderBy(asc(flags.id));
}

interface Reporter {
  readonly communityId: string;
  readonly participantId: string;
}

/** Whether somebody reported a thing, and that was neither taken back nor decided. */
export async function hasFlagged(
  db: Db,
  { communityId, participantId }: Reporter,
  { kind, id }: Subject,
): Promise<boolean> {
  const found = await db
    .select({ id: flags.id })
    .from(flags)
    .where(
      and(
        eq(flags.communityId, communityId),
        eq(flags.participantId, participantId),
        eq(flags.subjectKind, kind),
        eq(flags.subjectId, id),
        eq(flags.outcome, "open"),
      ),
    )
    .limit(1);
  return found.length > 0;
}

interface Page {
  readonly communityId: string;
  readonly participantId: string;
  readonly subjectId: string | undefined;
  readonly before: string | null;
  readonly limit: number;
}

/** Somebody's own flags, the newest first. */
export async function flagsBy(
  db: Db,
  { communityId, participantId, subjectId, before, limit }: Page,
): Promise<FlagRow[]> {
  return db
    .select()
    .from(flags)
    .where(
      and(
        eq(flags.communityId, communityId),
        eq(flags.participantId, participantId),
        subjectId === undefined ? undefined : eq(flags.subjectId, subjectId),
        before === null ? undefined : lt(flags.id, before),
      ),
    )
    .orderBy(desc(flags.id))
    .limit(limit);
}

interface Ended {
  readonly outcome: FlagOutcome;
  /** For so long it may still change; of what is final, nothing. */
  readonly finalInDays?: number;
}

/** Says of an item's flags what became of them. */
export async function endFlags(
  db: Db,
  { communityId, itemId }: { readonly communityId: string; readonly itemId: string },
  { outcome, finalInDays = 0 }: Ended,
): Promise<FlagRow[]> {
  const finalAt: SQL | null =
    outcome === "open" ? null : sql`now() + make_interval(days => ${finalInDays})`;
  return db
    .update(flags)
    .set({ outcome, finalAt })
    .where(
      and(
        eq(flags.communityId, communityId),
        eq(flags.itemId, itemId),
        sql`${flags.outcome} <> 'withdrawn'`,
      ),
    )
    .returning();
}

/** Leaves open what an item's flags tell of their makers, until somebody has the last word. */
export async function openOutcome(
  db: Db,
  { communityId, itemId }: { readonly communityId: string; readonly itemId: string },
): Promise<void> {
  await db
    .update(flags)
    .set({ finalAt: null })
    .where(
      and(
        eq(flags.communityId, communityId),
        eq(flags.itemId, itemId),
        eq(flags.outcome, "agreed"),
      ),
    );
}

/** How often people were right with flags whose outcome is final. Whoever has none is left out. */
export async function recordsOf(
  db: Db,
  communityId: string,
  participantIds: readonly string[],
): Promise<Map<string, TrackRecord>> {
  if (participantIds.length === 0) return new Map();
  const which = or(...participantIds.map((id) => eq(flags.participantId, id)));
  const rows = await db
    .select({
      participantId: flags.participantId,
      agreed: sql<number>`(count(*) filter (where ${flags.outcome} = 'agreed'))::int`,
      disagreed: sql<number>`(count(*) filter (where ${flags.outcome} = 'disagreed'))::int`,
    })
    .from(flags)
    .where(and(eq(flags.communityId, communityId), which, sql`${flags.finalAt} <= now()`))
    .groupBy(flags.participantId);
  return new Map(rows.map(({ participantId, ...record }) => [participantId, record]));
}

/** How many flags somebody made within the last day. */
export async function flagsToday(
  db: Db,
  { communityId, participantId }: { readonly communityId: string; readonly participantId: string },
): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(flags)
    .where(
      and(
        eq(flags.communityId, communityId),
        eq(flags.participantId, participantId),
        sql`${flags.createdAt} > now() - interval '1 day'`,
      ),
    );
  return row?.count ?? 0;
}

/**
 * Whether somebody has been here long enough for a flag to count: some days, or half the community's age where that
 * is less, as else a young community could not protect itself at all.
 */
export async function isSettled(
  db: Db,
  { communityId, participantId }: { readonly communityId: string; readonly participantId: string },
  days: number,
): Promise<boolean> {
  const [row] = await db
    .select({
      isSettled: sql<boolean>`now() - ${memberships.joinedAt}
        >= least(make_interval(days => ${days}), (now() - ${communities.createdAt}) / 2)`,
    })
    .from(memberships)
    .innerJoin(communities, eq(communities.id, memberships.communityId))
    .where(
      and(
        eq(memberships.communityId, communityId),
        eq(memberships.participantId, participantId),
        eq(memberships.status, "active"),
      ),
    );
  return row?.isSettled ?? false;
}
