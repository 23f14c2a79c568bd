import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { participants } from "#db/schema/communities.ts";
import type { Author } from "#shared/contract/ids.ts";

/** Under which names people speak in a community, by their ids; those of nobody are passed over. */
export async function namesOf(
  db: Db,
  communityId: string,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, Author>> {
  const named = [...new Set(ids.filter((id) => id !== null))];
  if (named.length === 0) return new Map();
  const rows = await db
    .select({ id: participants.id, name: participants.name, kind: participants.kind })
    .from(participants)
    .where(
      and(
        eq(participants.communityId, communityId),
        sql`${participants.id} = any(${sql.param(named)}::uuid[])`,
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
}
