import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { embeddings } from "#db/schema/embedding.ts";

export interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

/** Which other sites may show a debate. */
export async function sitesOf(db: Db, { communityId, debateId }: DebateIds): Promise<string[]> {
  const [row] = await db
    .select({ sites: embeddings.sites })
    .from(embeddings)
    .where(and(eq(embeddings.communityId, communityId), eq(embeddings.debateId, debateId)));
  return row?.sites ?? [];
}

export async function saveSites(
  db: Db,
  { communityId, debateId }: DebateIds,
  sites: readonly string[],
): Promise<void> {
  const change = { sites: [...sites], updatedAt: sql`now()` };
  await db
    .insert(embeddings)
    .values({ communityId, debateId, ...change })
    .onConflictDoUpdate({ target: [embeddings.communityId, embeddings.debateId], set: change });
}
