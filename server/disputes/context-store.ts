import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { charterVersions } from "#db/schema/charter.ts";
import { communities, memberships } from "#db/schema/communities.ts";
import { disputeSettings } from "#db/schema/disputes.ts";
import { accountsOf } from "../notifications/public.ts";

export type SettingsRow = typeof disputeSettings.$inferSelect;

export async function findSettings(db: Db, communityId: string): Promise<SettingsRow | undefined> {
  const [row] = await db
    .select()
    .from(disputeSettings)
    .where(eq(disputeSettings.communityId, communityId));
  return row;
}

/** Saves settings that follow a version; false where another one came first. */
export async function saveSettings(db: Db, row: SettingsRow, after: number): Promise<boolean> {
  const saved = await db
    .insert(disputeSettings)
    .values(row)
    .onConflictDoUpdate({
      target: disputeSettings.communityId,
      set: row,
      setWhere: eq(disputeSettings.version, after),
    })
    .returning({ version: disputeSettings.version });
  return saved.length > 0;
}

export async function countMembers(db: Db, communityId: string): Promise<number> {
  const [row] = await db
    .select({ members: count() })
    .from(memberships)
    .where(and(eq(memberships.communityId, communityId), eq(memberships.status, "active")));
  return row?.members ?? 0;
}

/** Whether somebody is a member now. */
export const isActive = async (db: Db, communityId: string, participantId: string) =>
  (await accountsOf(db, communityId, [participantId])).length > 0;

/** The titles of rules as their newest version in force says. */
export async function ruleTitles(db: Db, communityId: string): Promise<Map<number, string>> {
  const { number, title, version } = charterVersions;
  const rows = await db
    .selectDistinctOn([number], { number, title })
    .from(charterVersions)
    .where(
      and(
        eq(charterVersions.communityId, communityId),
        sql`${charterVersions.effectiveAt} <= clock_timestamp()`,
      ),
    )
    .orderBy(asc(number), desc(version));
  return new Map(rows.map((row) => [row.number, row.title]));
}

export async function communityOf(db: Db, communityId: string) {
  const [row] = await db
    .select({ slug: communities.slug, createdAt: communities.createdAt })
    .from(communities)
    .where(eq(communities.id, communityId));
  if (!row) throw new Error("a case has a community");
  return row;
}
