import { and, eq, getTableColumns, or } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/communities.ts";
import { responders } from "#db/schema/statements.ts";
import { endedVisits } from "#db/schema/visits.ts";
import type { Area } from "./areas-store.ts";

/** An account, and who it is in each community, as a member or as a visitor. */
export interface Owner {
  readonly accountId: string;
  readonly places: readonly { readonly communityId: string; readonly participantId: string }[];
}

export async function ownerOf(db: Db, accountId: string): Promise<Owner> {
  const places = await db
    .select({ communityId: memberships.communityId, participantId: memberships.participantId })
    .from(memberships)
    .where(eq(memberships.accountId, accountId));
  return { accountId, places: [...places, ...(await visitsOf(db, accountId))] };
}

/** What was responded in visits that ended in the account, where that waits for it to join. */
async function visitsOf(db: Db, accountId: string): Promise<Owner["places"]> {
  return db
    .selectDistinct({
      communityId: responders.communityId,
      participantId: responders.participantId,
    })
    .from(endedVisits)
    .innerJoin(responders, eq(responders.participantId, endedVisits.visitId))
    .where(and(eq(endedVisits.accountId, accountId), responders.isVisitor));
}

/** The rows of an area that are somebody's own. */
export async function rowsOf(
  db: Db,
  area: Area,
  { accountId, places }: Owner,
): Promise<Record<string, unknown>[]> {
  const all = getTableColumns(area.table) as Record<string, PgColumn>;
  const shown = Object.entries(all).filter(([name]) => !area.without?.includes(name));
  const { communityId } = all;
  const isOwn =
    area.by === "account"
      ? or(...area.of.map((column) => eq(column, accountId)))
      : or(
          ...places.map((place) =>
            and(
              communityId && eq(communityId, place.communityId),
              or(...area.of.map((column) => eq(column, place.participantId))),
            ),
          ),
        );
  if (isOwn === undefined) return [];
  return db.select(Object.fromEntries(shown)).from(area.table).where(isOwn);
}
