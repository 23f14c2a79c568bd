import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { communities } from "#db/schema/communities.ts";
import { incidents, systems, systemVersions } from "#db/schema/systems.ts";

export interface SystemIds {
  readonly communityId: string;
  readonly systemId: string;
}

/** One version of a system's card. */
export type SystemRow = typeof systemVersions.$inferSelect;

const versions = (db: Db) =>
  db
    .select({ version: systemVersions })
    .from(systems)
    .innerJoin(
      systemVersions,
      and(
        eq(systemVersions.communityId, systems.communityId),
        eq(systemVersions.systemId, systems.id),
        eq(systemVersions.version, systems.version),
      ),
    );

const systemIs = ({ communityId, systemId }: SystemIds) =>
  and(eq(systems.communityId, communityId), eq(systems.id, systemId));

/** A system's card as it is now. */
export async function findSystem(db: Db, ids: SystemIds): Promise<SystemRow | undefined> {
  const [row] = await versions(db).where(systemIs(ids));
  return row?.version;
}

/** The same, held against everybody else's change until the transaction ends. */
export async function lockSystem(db: Db, ids: SystemIds): Promise<SystemRow | undefined> {
  await db.select({ id: systems.id }).from(systems).where(systemIs(ids)).for("update");
  return findSystem(db, ids);
}

/** Systems of a community, the newest first, from before one on. */
export async function systemsOf(
  db: Db,
  communityId: string,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<SystemRow[]> {
  const isEarlier = before === null ? undefined : lt(systems.id, before);
  const rows = await versions(db)
    .where(and(eq(systems.communityId, communityId), isEarlier))
    .orderBy(desc(systems.id))
    .limit(limit);
  return rows.map(({ version }) => version);
}

/** Some systems by their ids. */
export async function systemsNamed(
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<SystemRow[]> {
  if (ids.length === 0) return [];
  const isNamed = inArray(systems.id, [...ids]);
  const rows = await versions(db).where(and(eq(systems.communityId, communityId), isNamed));
  return rows.map(({ version }) => version);
}

/** Versions of a card, the newest first, from before one on. */
export async function versionsOf(
  db: Db,
  { communityId, systemId }: SystemIds,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<SystemRow[]> {
  return db
    .select()
    .from(systemVersions)
    .where(
      and(
        eq(systemVersions.communityId, communityId),
        eq(systemVersions.systemId, systemId),
        before === null ? undefined : lt(systemVersions.version, before),
      ),
    )
    .orderBy(desc(systemVersions.version))
    .limit(limit);
}

/** Registers a system with the first version of its card. */
export async function saveSystem(db: Db, row: typeof systemVersions.$inferInsert): Promise<void> {
  const { communityId, systemId: id } = row;
  await db.insert(systems).values({ communityId, id });
  await db.insert(systemVersions).values(row);
}

/** Adds a version to a card, which says that from now on. */
export async function saveVersion(db: Db, row: typeof systemVersions.$inferInsert): Promise<void> {
  await db.insert(systemVersions).values(row);
  await db.update(systems).set({ version: row.version }).where(systemIs(row));
}

export interface IncidentCounts {
  readonly open: number;
  readonly overdue: number;
}

/** How many incidents of some systems are open, and how many of them late by now. */
export async function incidentCounts(
  db: Db,
  communityId: string,
  { systemIds, now }: { readonly systemIds: readonly string[]; readonly now: Date },
): Promise<ReadonlyMap<string, IncidentCounts>> {
  if (systemIds.length === 0) return new Map();
  const count = (where: ReturnType<typeof sql>) =>
    sql<number>`count(*) filter (where ${where})`.mapWith(Number);
  const rows = await db
    .select({
      systemId: incidents.systemId,
      open: count(sql`${incidents.state} not in ('declined', 'closed')`),
      overdue: count(sql`${incidents.dueAt} <= ${now.toISOString()}::timestamptz`),
    })
    .from(incidents)
    .where(and(eq(incidents.communityId, communityId), inArray(incidents.systemId, [...systemIds])))
    .groupBy(incidents.systemId);
  return new Map(rows.map(({ systemId, ...counts }) => [systemId, counts]));
}

export async function communityNameOf(db: Db, communityId: string): Promise<string> {
  const [row] = await db
    .select({ name: communities.name })
    .from(communities)
    .where(eq(communities.id, communityId));
  return row?.name ?? "";
}
