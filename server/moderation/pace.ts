import {
  paceChanged,
  type readDebatePace as readContract,
  type setDebatePace as setContract,
} from "#shared/contract/moderation-settings.ts";
import { mayFacilitate, readableDebate, withFacilitators } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { paceOf, savePace } from "./settings-store.ts";

/** Whether a debate is slowed down or locked. */
export async function readPace(deps: Deps, { standing, params }: Call<typeof readContract>) {
  const debate = await withFacilitators(deps.db, await readableDebate(deps, standing, params));
  const pace = await paceOf(deps.db, params);
  return { ...pace, can: { change: mayFacilitate(standing, debate) } };
}

/** Slows a debate down, locks it, or lets go. */
export async function setPace(deps: Deps, call: Call<typeof setContract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId } = params;
  const { slowSeconds, isLocked } = body;
  return deps.transact(async (tx) => {
    const debate = await readableDebate({ db: tx.db }, standing, params);
    if (!mayFacilitate(standing, await withFacilitators(tx.db, debate))) {
      throw new Refusal("not-allowed", because("pace-setters"));
    }
    const pace = { slowSeconds, isLocked };
    await savePace(tx.db, params, pace);
    await tx.act({
      communityId,
      kind: "moderation.pace-set",
      actor: standing.participantId,
      subject: debateId,
      payload: pace,
    });
    await tx.record(paceChanged, { communityId, debateId, ...pace });
    return pace;
  }, once);
}
