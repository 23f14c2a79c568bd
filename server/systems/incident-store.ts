import { and, asc, desc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { incidents, incidentSteps, incidentTerms } from "#db/schema/systems.ts";
import type { IncidentState, IncidentTerms } from "#shared/systems/index.ts";

export interface IncidentIds {
  readonly communityId: string;
  readonly incidentId: string;
}

export type IncidentRow = typeof incidents.$inferSelect;
export type StepRow = typeof incidentSteps.$inferSelect;

const incidentIs = ({ communityId, incidentId }: IncidentIds) =>
  and(eq(incidents.communityId, communityId), eq(incidents.id, incidentId));

export async function findIncident(db: Db, ids: IncidentIds): Promise<IncidentRow | undefined> {
  const [row] = await db.select().from(incidents).where(incidentIs(ids));
  return row;
}

/** The incident, held against everybody else's change until the transaction ends. */
export async function lockIncident(db: Db, ids: IncidentIds): Promise<IncidentRow | undefined> {
  const [row] = await db.select().from(incidents).where(incidentIs(ids)).for("update");
  return row;
}

interface Wanted {
  readonly communityId: string;
  readonly systemId?: string | undefined;
  readonly state?: IncidentState | undefined;
}

/** Incidents, the newest first, from before one on. */
export async function incidentsOf(
  db: Db,
  { communityId, systemId, state }: Wanted,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<IncidentRow[]> {
  return db
    .select()
    .from(incidents)
    .where(
      and(
        eq(incidents.communityId, communityId),
        systemId === undefined ? undefined : eq(incidents.systemId, systemId),
        state === undefined ? undefined : eq(incidents.state, state),
        before === null ? undefined : lt(incidents.id, before),
      ),
    )
    .orderBy(desc(incidents.id))
    .limit(limit);
}

export async function saveIncident(db: Db, row: typeof incidents.$inferInsert): Promise<void> {
  await db.insert(incidents).values(row);
}

/** Changes where an incident stands: its next version. */
export async function updateIncident(
  db: Db,
  ids: IncidentIds,
  change: Partial<typeof incidents.$inferInsert>,
): Promise<void> {
  await db
    .update(incidents)
    .set({ ...change, version: sql`${incidents.version} + 1` })
    .where(incidentIs(ids));
}

/** Notes of what the clock has told; nothing of the incident itself. */
export async function noteTold(
  db: Db,
  ids: IncidentIds,
  told: Partial<Pick<IncidentRow, "remindedAt" | "overdueToldAt">>,
): Promise<void> {
  await db.update(incidents).set(told).where(incidentIs(ids));
}

/** What became of an incident, the oldest first. */
export async function stepsOf(db: Db, ids: IncidentIds): Promise<StepRow[]> {
  const { communityId, incidentId } = ids;
  return db
    .select()
    .from(incidentSteps)
    .where(
      and(eq(incidentSteps.communityId, communityId), eq(incidentSteps.incidentId, incidentId)),
    )
    .orderBy(asc(incidentSteps.id));
}

export async function saveStep(db: Db, row: typeof incidentSteps.$inferInsert): Promise<void> {
  await db.insert(incidentSteps).values(row);
}

export async function findTerms(db: Db, communityId: string) {
  const [row] = await db
    .select()
    .from(incidentTerms)
    .where(eq(incidentTerms.communityId, communityId));
  return row;
}

/** Keeps the terms of a community as the next version after one; false where another came first. */
export async function saveTerms(
  db: Db,
  { communityId, terms, version }: { communityId: string; terms: IncidentTerms; version: number },
): Promise<boolean> {
  const next = { terms, version: version + 1 };
  const saved =
    version === 0
      ? await db
          .insert(incidentTerms)
          .values({ communityId, ...next })
          .onConflictDoNothing()
          .returning()
      : await db
          .update(incidentTerms)
          .set(next)
          .where(
            and(eq(incidentTerms.communityId, communityId), eq(incidentTerms.version, version)),
          )
          .returning();
  return saved.length > 0;
}

/** A reminder comes when half of the time is over. By the database's clock, as is the deadline. */
const isDueSoon = sql<boolean>`${incidents.remindedAt} is null
  and ${incidents.dueSetAt} + (${incidents.dueAt} - ${incidents.dueSetAt}) / 2 <= clock_timestamp()`;
const isDue = sql<boolean>`${incidents.dueAt} <= clock_timestamp()`;

/** What the clock has something to tell about. */
export async function dueIncidents(db: Db): Promise<IncidentIds[]> {
  return db
    .select({ communityId: incidents.communityId, incidentId: incidents.id })
    .from(incidents)
    .where(and(isNotNull(incidents.dueAt), isNull(incidents.overdueToldAt), or(isDueSoon, isDue)))
    .limit(500);
}

/** What of that it is, of one; nothing where it has no deadline. */
export async function dueOf(db: Db, ids: IncidentIds) {
  const [row] = await db
    .select({ isDueSoon, isDue, now: sql<string>`clock_timestamp()` })
    .from(incidents)
    .where(and(incidentIs(ids), isNotNull(incidents.dueAt)));
  return row;
}
