import type {
  changeJuryDuty as changeContract,
  JuryDuty,
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
  saveDuty,
  summonsOf,
} from "./jury-store.ts";
import { communityOf } from "./context-store.ts";
import { databaseNow } from "./store.ts";
import { suspendedIn } from "./subjects.ts";

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
    summons: (await summonsOf(db, communityId, participantId)).map(
      ({ disputeId, stage, dueAt }) => ({ disputeId, stage, dueAt: dueAt?.toISOString() ?? null }),
    ),
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
