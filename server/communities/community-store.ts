import { and, desc, eq, ilike, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { communities } from "#db/schema/communities.ts";

export type CommunityRow = typeof communities.$inferSelect;

/** Adds a community; undefined when its slug is taken. */
export async function insertCommunity(
  db: Db,
  row: typeof communities.$inferInsert,
): Promise<CommunityRow | undefined> {
  const [added] = await db
    .insert(communities)
    .values(row)
    .onConflictDoNothing({ target: communities.slug })
    .returning();
  return added;
}

export async function findCommunity(db: Db, communityId: string) {
  const [row] = await db.select().from(communities).where(eq(communities.id, communityId));
  return row;
}

export async function findCommunityBySlug(db: Db, slug: string) {
  const [row] = await db.select().from(communities).where(eq(communities.slug, slug));
  return row;
}

/** Holds the community until commit, so that changes of its members and settings follow each other. */
export async function lockCommunity(db: Db, communityId: string) {
  const [row] = await db
    .select()
    .from(communities)
    .where(eq(communities.id, communityId))
    .for("no key update");
  return row;
}

export type Settings = Pick<
  CommunityRow,
  "name" | "description" | "language" | "isPrivate" | "joinPolicy"
>;

/** With what was changed of how votes are delegated; what was left out stays. */
export type ChangedSettings = Settings & {
  readonly allowsDelegation?: boolean | undefined;
  readonly delegationCapPercent?: number | undefined;
};

/** Changes the settings; undefined when they are of another version. */
export async function updateCommunity(
  db: Db,
  { communityId, version }: { readonly communityId: string; readonly version: number },
  settings: ChangedSettings,
): Promise<CommunityRow | undefined> {
  const [row] = await db
    .update(communities)
    .set({ ...settings, version: version + 1 })
    .where(and(eq(communities.id, communityId), eq(communities.version, version)))
    .returning();
  return row;
}

const memberCount = sql<number>`(
  select count(*) from memberships
  where memberships.community_id = communities.id and memberships.status = 'active'
)`.mapWith(Number);

const debateCount = sql<number>`(
  select count(*) from debates
  where debates.community_id = communities.id and debates.phase <> 'draft'
)`.mapWith(Number);

const roleOf = (accountId: string | null) =>
  sql<"owner" | "moderator" | "member" | null>`(
    select memberships.role from memberships
    where memberships.community_id = communities.id
      and memberships.account_id = ${accountId}::uuid and memberships.status = 'active'
  )`;

/** What a private community shows itself to: its own members. */
function seenBy(accountId: string | null): SQL | undefined {
  return or(eq(communities.isPrivate, false), sql`${roleOf(accountId)} is not null`);
}

/** The id behind a slug, asked alike for communities that are hidden and for none. */
export async function findVisibleId(db: Db, slug: string, accountId: string | null) {
  const [row] = await db
    .select({ id: communities.id })
    .from(communities)
    .where(and(eq(communities.slug, slug), seenBy(accountId)));
  return row?.id;
}

export async function countsOf(db: Db, communityId: string) {
  const [row] = await db
    .select({ memberCount, debateCount })
    .from(communities)
    .where(eq(communities.id, communityId));
  return row ?? { memberCount: 0, debateCount: 0 };
}

interface Search {
  readonly accountId: string | null;
  readonly search: string | undefined;
  readonly onlyMine: boolean;
}

/** Communities that an account (or a visitor, null) may see, newest first. */
export async function listVisible(
  db: Db,
  { accountId, search, onlyMine }: Search,
  { before, limit }: { readonly before: string | null; readonly limit: number },
) {
  return db
    .select({
      community: communities,
      memberCount,
      debateCount,
      myRole: roleOf(accountId),
    })
    .from(communities)
    .where(
      and(
        onlyMine ? sql`${roleOf(accountId)} is not null` : seenBy(accountId),
        search === undefined ? undefined : ilike(communities.name, containing(search)),
        before === null ? undefined : lt(communities.id, before),
      ),
    )
    .orderBy(desc(communities.id))
    .limit(limit);
}

/** A pattern that finds a text as it stands, its wildcards included. */
export const containing = (text: string) => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;

/** How addresses name a community. */
export async function slugOf(db: Db, communityId: string): Promise<string> {
  const [row] = await db
    .select({ slug: communities.slug })
    .from(communities)
    .where(eq(communities.id, communityId));
  return row?.slug ?? "";
}
