import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { disputes } from "#db/schema/disputes.ts";
import { contentStates, moderationActions } from "#db/schema/moderation.ts";
import { moderationLimits } from "#shared/contract/moderation.ts";
import type { ModeratedIds } from "../platform/moderated.ts";
import type { ContentStateRow } from "./store.ts";

const isIt = ({ communityId, id }: ModeratedIds) =>
  and(eq(contentStates.communityId, communityId), eq(contentStates.subjectId, id));

/** Nobody can appeal against an action any more, and no case about it goes on or can go on. */
const isFinal = sql`${moderationActions.createdAt} < now() - make_interval(days => ${moderationLimits.appealDays})
  and not exists (
    select from ${disputes}
    where ${disputes.communityId} = ${moderationActions.communityId}
      and ${disputes.kind} = 'action' and ${disputes.subjectId} = ${moderationActions.id}
      and (${disputes.stage} not in ('ruled', 'withdrawn') or ${disputes.appealUntil} > now()))`;

/** What was removed, is still kept, and can't come back. */
export async function removedForGood(db: Db, only?: ModeratedIds): Promise<ContentStateRow[]> {
  const rows = await db
    .select({ row: contentStates })
    .from(contentStates)
    .innerJoin(
      moderationActions,
      and(
        eq(moderationActions.communityId, contentStates.communityId),
        eq(moderationActions.id, contentStates.actionId),
      ),
    )
    .where(
      and(
        only && isIt(only),
        eq(contentStates.state, "removed"),
        isNotNull(contentStates.kept),
        eq(moderationActions.kind, "remove"),
        isFinal,
      ),
    )
    .limit(500);
  return rows.map(({ row }) => row);
}

export async function dropKept(db: Db, ids: ModeratedIds): Promise<void> {
  await db.update(contentStates).set({ kept: null }).where(isIt(ids));
}
