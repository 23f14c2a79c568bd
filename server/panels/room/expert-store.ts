import { and, asc, count, eq, getTableColumns, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { memberships } from "#db/schema/communities.ts";
import { panelExperts, panelQuestions } from "#db/schema/panel-room.ts";
import { isMemberHeard } from "../../panel-hearings/public.ts";
import type { PanelIds } from "../store.ts";

/** Somebody who is heard, and who they are among the community's members, which most are not. */
export type ExpertRow = typeof panelExperts.$inferSelect & { readonly memberId: string | null };

interface ExpertIds extends PanelIds {
  readonly id: string;
}

const isOfPanel = ({ communityId, panelId }: PanelIds) =>
  and(eq(panelExperts.communityId, communityId), eq(panelExperts.panelId, panelId));
const experts = (db: Db) =>
  db
    .select({ ...getTableColumns(panelExperts), memberId: memberships.participantId })
    .from(panelExperts)
    .leftJoin(memberships, isMemberHeard);
const isHeard = isNull(panelExperts.dismissedAt);
const isExpert = ({ id, ...ids }: ExpertIds) => and(isOfPanel(ids), eq(panelExperts.id, id));

export async function expertsOf(db: Db, ids: PanelIds): Promise<ExpertRow[]> {
  return experts(db)
    .where(isOfPanel(ids))
    .orderBy(asc(panelExperts.createdAt), asc(panelExperts.id));
}

export async function findExpert(db: Db, ids: ExpertIds): Promise<ExpertRow | undefined> {
  const [row] = await experts(db).where(isExpert(ids));
  return row;
}

/** The hearing to which an account came as an expert, for as long as it is heard there. */
export async function expertComeAs(
  db: Db,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<ExpertRow | undefined> {
  const [row] = await experts(db).where(
    and(eq(panelExperts.id, id), eq(panelExperts.accountId, accountId), isHeard),
  );
  return row;
}

/** Whom a link was made for that nobody took. */
export async function findByToken(db: Db, tokenHash: string): Promise<ExpertRow | undefined> {
  const [row] = await experts(db).where(eq(panelExperts.tokenHash, tokenHash));
  return row;
}

export async function countExperts(db: Db, ids: PanelIds): Promise<number> {
  const [row] = await db
    .select({ all: count() })
    .from(panelExperts)
    .where(and(isOfPanel(ids), isHeard));
  return row?.all ?? 0;
}

export async function saveExpert(db: Db, row: typeof panelExperts.$inferInsert): Promise<void> {
  await db.insert(panelExperts).values(row);
}

type Change = Partial<
  Pick<
    ExpertRow,
    "accountId" | "tokenHash" | "testimony" | "testifiedAt" | "version" | "dismissedAt"
  >
>;

export async function changeExpert(db: Db, ids: ExpertIds, change: Change): Promise<void> {
  await db.update(panelExperts).set(change).where(isExpert(ids));
}

export async function deleteExpert(db: Db, ids: ExpertIds): Promise<void> {
  await db.delete(panelExperts).where(isExpert(ids));
}

/** Takes somebody's name from what they said as an expert, once their account goes. */
export async function forgetExpert(
  db: Db,
  { accountId, inPlace }: { readonly accountId: string; readonly inPlace: string },
): Promise<void> {
  const gone = await db
    .update(panelExperts)
    .set({ name: inPlace, accountId: null })
    .where(eq(panelExperts.accountId, accountId))
    .returning({ communityId: panelExperts.communityId, id: panelExperts.id });
  for (const { communityId, id } of gone) {
    await db
      .update(panelQuestions)
      .set({ expert: inPlace })
      .where(
        and(
          eq(panelQuestions.communityId, communityId),
          eq(panelQuestions.expertId, id),
          isNotNull(panelQuestions.expert),
        ),
      );
  }
}
