import { and, count, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships, participants } from "#db/schema/communities.ts";
import { panels, panelVolunteers } from "#db/schema/panels.ts";

export type PanelRow = typeof panels.$inferSelect;
export type VolunteerRow = typeof panelVolunteers.$inferSelect;

export interface PanelIds {
  readonly communityId: string;
  readonly panelId: string;
}

const panelIs = ({ communityId, panelId }: PanelIds) =>
  and(eq(panels.communityId, communityId), eq(panels.id, panelId));
const ofPanel = ({ communityId, panelId }: PanelIds) =>
  and(eq(panelVolunteers.communityId, communityId), eq(panelVolunteers.panelId, panelId));

export async function savePanel(db: Db, row: typeof panels.$inferInsert): Promise<void> {
  await db.insert(panels).values(row);
}

export async function findPanel(db: Db, ids: PanelIds): Promise<PanelRow | undefined> {
  const [row] = await db.select().from(panels).where(panelIs(ids));
  return row;
}

/** The panel, which nobody else changes until the transaction ends. */
export async function lockPanel(db: Db, ids: PanelIds): Promise<PanelRow | undefined> {
  const [row] = await db.select().from(panels).where(panelIs(ids)).for("update");
  return row;
}

export async function panelsOf(db: Db, communityId: string): Promise<PanelRow[]> {
  const newestFirst = desc(panels.createdAt);
  return db.select().from(panels).where(eq(panels.communityId, communityId)).orderBy(newestFirst);
}

export async function updatePanel(
  db: Db,
  ids: PanelIds,
  change: Partial<typeof panels.$inferInsert>,
): Promise<void> {
  await db.update(panels).set(change).where(panelIs(ids));
}

export async function volunteersOf(db: Db, ids: PanelIds): Promise<VolunteerRow[]> {
  return db
    .select()
    .from(panelVolunteers)
    .where(ofPanel(ids))
    .orderBy(panelVolunteers.participantId);
}

export async function countVolunteers(db: Db, ids: PanelIds): Promise<number> {
  const [row] = await db.select({ all: count() }).from(panelVolunteers).where(ofPanel(ids));
  return row?.all ?? 0;
}

export async function findVolunteer(
  db: Db,
  ids: PanelIds,
  participantId: string,
): Promise<VolunteerRow | undefined> {
  const [row] = await db
    .select()
    .from(panelVolunteers)
    .where(and(ofPanel(ids), eq(panelVolunteers.participantId, participantId)));
  return row;
}

/** What volunteers say of themselves; what they said before is forgotten. */
export async function putVolunteers(
  db: Db,
  rows: readonly (typeof panelVolunteers.$inferInsert)[],
): Promise<void> {
  for (const { answers, household, ...row } of rows) {
    await db
      .insert(panelVolunteers)
      .values({ ...row, answers, household })
      .onConflictDoUpdate({
        target: [
          panelVolunteers.communityId,
          panelVolunteers.panelId,
          panelVolunteers.participantId,
        ],
        set: { answers, household },
      });
  }
}

export async function removeVolunteer(
  db: Db,
  ids: PanelIds,
  participantId: string,
): Promise<boolean> {
  const removed = await db
    .delete(panelVolunteers)
    .where(and(ofPanel(ids), eq(panelVolunteers.participantId, participantId)))
    .returning({ id: panelVolunteers.participantId });
  return removed.length > 0;
}

/** Those who volunteered and are members by now no longer: they can't be drawn. */
export async function removeFormerMembers(db: Db, ids: PanelIds): Promise<void> {
  const here = db
    .select({ id: memberships.participantId })
    .from(memberships)
    .where(and(eq(memberships.communityId, ids.communityId), eq(memberships.status, "active")));
  const active = new Set((await here).map(({ id }) => id));
  const gone = (await volunteersOf(db, ids)).filter((one) => !active.has(one.participantId));
  for (const { participantId } of gone) await removeVolunteer(db, ids, participantId);
}

export async function changeVolunteer(
  db: Db,
  { participantId, ...ids }: PanelIds & { readonly participantId: string },
  change: Partial<Pick<VolunteerRow, "seat" | "reason" | "pseudonym" | "salt">>,
): Promise<void> {
  await db
    .update(panelVolunteers)
    .set(change)
    .where(and(ofPanel(ids), eq(panelVolunteers.participantId, participantId)));
}

export async function inviteByPseudonym(
  db: Db,
  ids: PanelIds,
  pseudonyms: readonly string[],
): Promise<string[]> {
  if (pseudonyms.length === 0) return [];
  const rows = await db
    .update(panelVolunteers)
    .set({ seat: "invited" })
    .where(and(ofPanel(ids), inArray(panelVolunteers.pseudonym, [...pseudonyms])))
    .returning({ id: panelVolunteers.participantId });
  return rows.map(({ id }) => id);
}

/** Who was drawn, by the names that they have here. */
export async function seatsOf(db: Db, ids: PanelIds) {
  return db
    .select({
      participantId: panelVolunteers.participantId,
      name: participants.name,
      seat: panelVolunteers.seat,
      reason: panelVolunteers.reason,
    })
    .from(panelVolunteers)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, panelVolunteers.communityId),
        eq(participants.id, panelVolunteers.participantId),
      ),
    )
    .where(and(ofPanel(ids), isNotNull(panelVolunteers.seat)))
    .orderBy(participants.name);
}
