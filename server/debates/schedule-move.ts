import type {
  scheduleMove as scheduleContract,
  unscheduleMove as unscheduleContract,
} from "#shared/contract/debates.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { deleteScheduled, saveScheduled } from "./move-store.ts";
import { maySeeDebate, mayScheduleTo, maySteerDebate } from "./policy.ts";
import { type DebateIds, lockDebate } from "./store.ts";
import { tellChanged } from "./tell-changed.ts";
import { viewDebate } from "./view.ts";

export const moveJob = "move-debate";

async function steeredDebate(tx: Tx, standing: Standing, ids: DebateIds) {
  const debate = await lockDebate(tx.db, ids);
  if (!debate || !maySeeDebate(standing, debate)) throw new Refusal("not-found");
  if (maySteerDebate(standing, debate)) return debate;
  throw new Refusal("not-allowed", because("debate-schedulers"));
}

/** Has the debate moved to a phase at a time. The rules are checked when it is time. */
export async function scheduleMove(
  deps: Deps,
  { standing, params, body, once }: Call<typeof scheduleContract>,
) {
  const { communityId, debateId, to } = params;
  return deps.transact(async (tx) => {
    const debate = await steeredDebate(tx, standing, params);
    if (!mayScheduleTo(to, debate)) {
      throw new Refusal("phase-forbids", because("clock-no-way", { phase: debate.phase, to }));
    }
    const at = new Date(body.at);
    const row = { communityId, debateId, to, at, byId: standing.participantId };
    if (!(await saveScheduled(tx.db, row))) {
      refuseField("invalid-request", "at", because("time-passed"));
    }
    await tx.job(
      moveJob,
      { communityId, debateId, to, at: at.toISOString() },
      { at, key: `${moveJob} ${communityId} ${debateId} ${to}` },
    );
    await tellChanged(tx, params);
    return viewDebate(tx.db, standing, params);
  }, once);
}

/** Takes a time away. The job that waits for it will find nothing to do. */
export async function unscheduleMove(
  deps: Deps,
  { standing, params, once }: Call<typeof unscheduleContract>,
) {
  return deps.transact(async (tx) => {
    await steeredDebate(tx, standing, params);
    if (await deleteScheduled(tx.db, params, params.to)) await tellChanged(tx, params);
    return viewDebate(tx.db, standing, params);
  }, once);
}
