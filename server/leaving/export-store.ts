import { and, eq, getTableColumns, or } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/communities.ts";
import { panelExperts } from "#db/schema/panel-room.ts";
import { responders } from "#db/schema/statements.ts";
import { endedVisits } from "#db/schema/visits.ts";
import type { Area } from "./areas-store.ts";

/** Under which id something of a community names an account. */
interface Named {
  readonly communityId: string;
  readonly id: string;
}

/** An account, and who it is in each community: as a member or as a visitor, and as an expert heard by a panel. */
export interface Owner {
  readonly accountId: string;
  readonly participant: readonly Named[];
  readonly expert: readonly Named[];
}

export async function ownerOf(db: Db, accountId: string): Promise<Owner> {
  const member = await db
    .select({ communityId: memberships.communityId, id: memberships.participantId })
    .from(memberships)
    .where(eq(memberships.accountId, accountId));
  const expert = await db
    .select({ communityId: panelExperts.communityId, id: panelExperts.id })
    .from(panelExperts)
    .where(eq(panelExperts.accountId, accountId));
  return { accountId, participant: [...member, ...(await visitsOf(db, accountId))], expert };
}

/** What was responded in visits that ended in the account, where that waits for it to join. */
async function visitsOf(db: Db, accountId: string): Promise<Named[]> {
  return db
    .selectDistinct({ communityId: responders.communityId, id: responders.participantId })
    .from(endedVisits)
    .innerJoin(responders, eq(responders.participantId, endedVisits.visitId))
    .where(and(eq(endedVisits.accountId, accountId), responders.isVisitor));
}

/** The rows of an area that are somebody's own. */
export async function rowsOf(db: Db, area: Area, owner: Owner): Promise<Record<string, unknown>[]> {
  const all = getTableColumns(area.table) as Record<string, PgColumn>;
  const shown = Object.entries(all).filter(([name]) => !area.without?.includes(name));
  const { communityId } = all;
  const isOwn =
    area.by === "account"
      ? or(...area.of.map((column) => eq(column, owner.accountId)))
      : or(
          ...owner[area.by].map((named) =>
            and(
              communityId && eq(communityId, named.communityId),
              or(...area.of.map((column) => eq(column, named.id))),
            ),
          ),
        );
  if (isOwn === undefined) return [];
  return db.select(Object.fromEntries(shown)).from(area.table).where(isOwn);
}
