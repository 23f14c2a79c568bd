import type { admitVisitors as contract } from "#shared/contract/visitors.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { askForMap } from "../platform/opinion-maps.ts";
import { because, Refusal } from "../platform/problem.ts";
import { isPublished, mayAdmitVisitors, maySeeDebate } from "./policy.ts";
import { tellChanged } from "./tell-changed.ts";
import { lockDebate, updateDebate } from "./store.ts";
import { viewDebate } from "./view.ts";

/**
 * Lets people without an account respond, or no longer; shows what they respond, or leaves it out. The
 * debate is locked, so that no response comes in once it is settled that none does.
 */
export async function admitVisitors(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  const change = {
    admitsVisitors: body.admitted,
    countsVisitors: body.counted,
    visitorProofBits: body.proofBits,
  };
  return deps.transact(async (tx) => {
    const debate = await lockDebate(tx.db, params);
    if (!debate || !maySeeDebate(standing, debate)) throw new Refusal("not-found");
    if (body.admitted) refuseWithout(deps, mayAdmitVisitors(standing));
    const isSame =
      debate.admitsVisitors === change.admitsVisitors &&
      debate.countsVisitors === change.countsVisitors &&
      debate.visitorProofBits === change.visitorProofBits;
    if (!isSame) {
      await updateDebate(tx.db, params, change);
      await askForMap(tx, params);
      if (isPublished(debate)) {
        await tx.act({
          communityId: params.communityId,
          kind: "debate.visitors-settled",
          actor: standing.participantId,
          subject: params.debateId,
          payload: { ...body },
        });
      }
      await tellChanged(tx, params);
    }
    return viewDebate(tx.db, standing, params);
  }, once);
}

function refuseWithout({ visits }: Deps, isPublic: boolean): void {
  if (!isPublic) throw new Refusal("not-allowed", because("visitors-need-public"));
  if (!visits) throw new Refusal("not-allowed", because("visitors-need-key"));
}
