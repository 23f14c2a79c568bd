import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { debates } from "#db/schema/debates.ts";

export async function findDebate(db: Db, ids: { communityId: string; debateId: string }) {
  const [row] = await db
    .select()
    .from(debates)
    .where(and(eq(debates.communityId, ids.communityId), eq(debates.id, ids.debateId)));
  return row;
}
