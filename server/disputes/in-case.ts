import type { Dispute } from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import { isModerator, type MemberStanding, type Standing } from "../platform/actor.ts";
import type { Once } from "../platform/key-store.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { advance } from "./advance.ts";
import { jurorsOf } from "./jury-store.ts";
import type { Scene } from "./stages.ts";
import { databaseNow } from "../platform/now-store.ts";
import { type DisputeIds, type DisputeRow, idsOf } from "./store.ts";
import { partBesidesJury } from "./subjects.ts";
import { viewDispute } from "./view.ts";

interface Asked {
  readonly standing: MemberStanding;
  readonly params: DisputeIds;
  readonly once: Once | undefined;
}

type Work = (scene: Scene) => Promise<void>;

/** Does something in a case whose row is held, and then whatever follows from it; answers with the case. */
export function inCase(
  deps: Deps,
  { standing, params, once }: Asked,
  work: Work,
): Promise<Dispute> {
  const { communityId, disputeId } = params;
  const ids = { communityId, disputeId };
  return deps.transact(async (tx) => {
    await work(await sceneOf(deps, tx, ids));
    const row = await advance(deps, tx, ids);
    return viewDispute(tx.db, standing, row);
  }, once);
}

/** A case as it has come to be by now: whatever the clock has to say is said before anybody acts. */
export async function sceneOf(deps: Deps, tx: Tx, ids: DisputeIds): Promise<Scene> {
  const dispute = await advance(deps, tx, ids);
  return { deps, tx, dispute, now: await databaseNow(tx.db) };
}

/** The seats that somebody was asked to take in a case. */
export async function seatsOf({ tx, dispute }: Scene, { participantId }: Standing) {
  const all = await jurorsOf(tx.db, idsOf(dispute));
  return all.filter((juror) => juror.participantId === participantId);
}

/** Refuses a seat, or a vote, to who moderates by now, or has come to have a part in the case since the draw. */
export async function refusePartial(
  { tx, dispute }: Scene,
  standing: MemberStanding,
): Promise<void> {
  const parts = await partBesidesJury(tx.db, dispute);
  if (isModerator(standing) || parts.has(standing.participantId)) {
    throw new Refusal("own-case", because("juror-partial"));
  }
}

/** The right is there, the time is not; or the right is not there at all. */
export function refuseNow(isInvolved: boolean, { stage }: DisputeRow): never {
  if (isInvolved) throw new Refusal("stage-forbids", because("case-at-stage", { stage }));
  throw new Refusal("not-in-case");
}
