import type {
  changeJuryDuty as changeContract,
  JuryDuty,
  listJuryPlaces as placesContract,
  readJuryDuty as readContract,
} from "#shared/contract/disputes.ts";
import type { Db } from "#db/client.ts";
import { obstacleFor } from "#shared/lottery/index.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import {
  candidatesOf,
  countReady,
  countServed,
  deleteDuty,
  dutySince,
  placesOf,
  saveDuty,
  summonsOf,
} from "./jury-store.ts";
import { communityOf } from "./context-store.ts";
import { databaseNow } from "../platform/now-store.ts";
import { suspendedIn } from "./subjects.ts";

async function summonsFor(db: Db, communityId: string, participantId: string) {
  const rows = await summonsOf(db, communityId, participantId);
  return rows.map(({ disputeId, stage, dueAt }) => ({
    disputeId,
    stage,
    dueAt: dueAt?.toISOString() ?? null,
  }));
}

/** Whether somebody is ready to serve, and what that means today. */
async function dutyOf(db: Db, { communityId, participantId }: MemberStanding): Promise<JuryDuty> {
  const since = await dutySince(db, communityId, participantId);
  const [candidate] = await candidatesOf(db, communityId, participantId);
  const suspended = await suspendedIn(db, communityId);
  const { createdAt } = await communityOf(db, communityId);
  const now = await databaseNow(db);
  const moments = { now: now.getTime(), communitySince: createdAt.getTime() };
  const isSuspended = suspended.has(participantId);
  return {
    isReady: since !== null,
    since: since?.toISOString() ?? null,
    obstacle: candidate
      ? obstacleFor({ ...candidate, isSuspended, hasPart: false }, moments)
      : null,
    served: await countServed(db, communityId, participantId),
    summons: await summonsFor(db, communityId, participantId),
    readyCount: await countReady(db, communityId),
  };
}

export async function readJuryDuty({ db }: Deps, { standing }: Call<typeof readContract>) {
  return dutyOf(db, standing);
}

/** Is ready to serve on juries, or not any more. */
export async function changeJuryDuty(
  deps: Deps,
  { standing, body, once }: Call<typeof changeContract>,
) {
  const { communityId, participantId } = standing;
  return deps.transact(async (tx) => {
    if (body.isReady) await saveDuty(tx.db, { communityId, participantId });
    else await deleteDuty(tx.db, communityId, participantId);
    return dutyOf(tx.db, standing);
  }, once);
}

/** Where somebody is ready to serve, or is asked to, or has served, in all their communities. */
export async function listJuryPlaces({ db }: Deps, { actor }: Call<typeof placesContract>) {
  const items = [];
  for (const { community, participantId, isReady } of await placesOf(db, actor.accountId)) {
    items.push({
      community,
      isReady,
      served: await countServed(db, community.id, participantId),
      summons: await summonsFor(db, community.id, participantId),
    });
  }
  return { items };
}
