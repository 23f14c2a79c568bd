import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { edges, relevanceRatings } from "#db/schema/debates.ts";
import type { EdgeRow, NewEdge } from "./claim-store.ts";
import type { DebateIds } from "./store.ts";

interface EdgeIds extends DebateIds {
  readonly edgeId: string;
}

/** Saves one more place of a claim. */
export async function saveEdge(db: Db, edge: NewEdge): Promise<EdgeRow> {
  const [row] = await db.insert(edges).values(edge).returning();
  if (!row) throw new Error("an insert gives its row");
  return row;
}

/** An edge, kept from being rated until the transaction ends. */
export async function lockEdge(db: Db, ids: EdgeIds): Promise<EdgeRow | undefined> {
  const [row] = await db
    .select()
    .from(edges)
    .where(
      and(
        eq(edges.communityId, ids.communityId),
        eq(edges.debateId, ids.debateId),
        eq(edges.id, ids.edgeId),
      ),
    )
    .for("update");
  return row;
}

export async function deleteEdge(db: Db, ids: { communityId: string; id: string }): Promise<void> {
  await db.delete(edges).where(and(eq(edges.communityId, ids.communityId), eq(edges.id, ids.id)));
}

/** Whether somebody rated a claim at this place, or spoke to its bearing there. */
export async function isBuiltOn(
  db: Db,
  { communityId, id }: { readonly communityId: string; readonly id: string },
): Promise<boolean> {
  const { rows } = await db.execute<{ found: boolean }>(sql`
    select exists (
      select from ${relevanceRatings}
      where ${relevanceRatings.communityId} = ${communityId} and ${relevanceRatings.edgeId} = ${id}
    ) or exists (
      select from ${edges}
      where ${edges.communityId} = ${communityId} and ${edges.targetId} = ${id}
    ) as "found"`);
  return rows[0]?.found === true;
}
