import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { edges } from "#db/schema/debates.ts";
import { contentLocks, moderationActions } from "#db/schema/moderation.ts";
import type { Subject, SubjectKind } from "#shared/contract/moderated.ts";
import type { ActionIds } from "./action-store.ts";

export type LockRow = typeof contentLocks.$inferSelect;

interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

const isInForce = ({ communityId, debateId }: DebateIds) =>
  and(
    eq(contentLocks.communityId, communityId),
    eq(contentLocks.debateId, debateId),
    isNull(contentLocks.endedAt),
    or(isNull(contentLocks.until), sql`${contentLocks.until} > now()`),
  );

export async function saveLock(db: Db, row: typeof contentLocks.$inferInsert): Promise<void> {
  await db.insert(contentLocks).values(row);
}

/** Ends the lock of an action, or puts it in force again. */
export async function setLockEnded(db: Db, ids: ActionIds, isEnded: boolean): Promise<void> {
  const { communityId, actionId } = ids;
  await db
    .update(contentLocks)
    .set({ endedAt: isEnded ? sql`now()` : null })
    .where(and(eq(contentLocks.communityId, communityId), eq(contentLocks.actionId, actionId)));
}

/** What is locked in a debate, with the rules that were cited. */
export async function locksIn(db: Db, ids: DebateIds) {
  const { ruleNumber, ruleVersion, communityId, id } = moderationActions;
  return db
    .select({ lock: contentLocks, ruleNumber, ruleVersion })
    .from(contentLocks)
    .innerJoin(
      moderationActions,
      and(eq(communityId, contentLocks.communityId), eq(id, contentLocks.actionId)),
    )
    .where(isInForce(ids))
    .orderBy(desc(contentLocks.actionId))
    .limit(1_000);
}

/** The lock of just this place. */
export async function lockAt(db: Db, ids: DebateIds, at: Subject): Promise<LockRow | undefined> {
  const [row] = await db
    .select()
    .from(contentLocks)
    .where(and(isInForce(ids), eq(contentLocks.kind, at.kind), eq(contentLocks.placeId, at.id)))
    .limit(1);
  return row;
}

const ofEdge = alias(edges, "of_edge");

/** What keeps things that stand at these places from being added to or changed: a lock of one, or of what is above. */
export async function lockAbove(
  db: Db,
  { communityId, ...ids }: DebateIds,
  places: readonly Subject[],
): Promise<SubjectKind | undefined> {
  const kinds = sql.param(places.map(({ kind }) => kind));
  const placeIds = sql.param(places.map(({ id }) => id));
  const { rows } = await db.execute<{ kind: SubjectKind }>(sql`
    with recursive above (kind, id) as (
      select kind, id from unnest(${kinds}::text[], ${placeIds}::uuid[]) as place (kind, id)
      union
      select case when ${edges.targetKind} = 'position' then 'position' else 'claim' end,
        coalesce(${ofEdge.claimId}, ${edges.targetId})
      from above
      join ${edges} on ${edges.communityId} = ${communityId} and ${edges.claimId} = above.id
        and ${edges.removedAt} is null
      left join ${edges} of_edge on ${edges.targetKind} = 'edge'
        and ${ofEdge.communityId} = ${communityId} and ${ofEdge.id} = ${edges.targetId}
      where above.kind = 'claim'
    )
    select ${contentLocks.kind} as kind from ${contentLocks}
    where ${isInForce({ communityId, ...ids })} and (${contentLocks.kind} = 'question' or exists (
      select from above where above.kind = ${contentLocks.kind} and above.id = ${contentLocks.placeId}))
    limit 1`);
  return rows[0]?.kind;
}
