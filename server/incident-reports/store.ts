import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { incidents } from "#db/schema/systems.ts";
import type { ModeratedIds } from "../platform/moderated.ts";

type ReportRow = typeof incidents.$inferSelect;

/** What was reported, in the words of who did. */
export type ReportWords = Pick<ReportRow, "title" | "release" | "words" | "harmed" | "evidence">;

const isIt = ({ communityId, id }: ModeratedIds) =>
  and(eq(incidents.communityId, communityId), eq(incidents.id, id));

export async function findReport(db: Db, ids: ModeratedIds): Promise<ReportRow | undefined> {
  const [row] = await db.select().from(incidents).where(isIt(ids));
  return row;
}

/** Puts other words in place of a report's, or marks it; where the incident stands is as it was. */
export async function changeReport(
  db: Db,
  ids: ModeratedIds,
  change: Partial<ReportWords & Pick<ReportRow, "moderation">>,
): Promise<void> {
  await db.update(incidents).set(change).where(isIt(ids));
}
