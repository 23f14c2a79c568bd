import type {
  signForDecision as signContract,
  withdrawSignature as withdrawContract,
} from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { bringToCommunity } from "./community-vote.ts";
import { inCase, refuseNow } from "./in-case.ts";
import { maySign } from "./policy.ts";
import { deleteSignature, idsOf, saveSignature, signersOf } from "./store.ts";
import { tell } from "./tell.ts";
import { signaturesNeeded } from "./view.ts";

/** Asks that the community decides; once enough members do, it is asked. */
export async function signForDecision(deps: Deps, call: Call<typeof signContract>) {
  const { standing } = call;
  return inCase(deps, call, async (scene) => {
    const { tx, dispute, now } = scene;
    if (!maySign(standing, dispute, now)) refuseNow(true, dispute);
    const ids = idsOf(dispute);
    await saveSignature(tx.db, { ...ids, participantId: standing.participantId });
    const needed = await signaturesNeeded(tx.db, dispute.communityId);
    if ((await signersOf(tx.db, ids)).length >= needed) await bringToCommunity(scene);
    else await tell(tx, dispute);
  });
}

/** Asks for it no more. */
export async function withdrawSignature(deps: Deps, call: Call<typeof withdrawContract>) {
  const { standing } = call;
  return inCase(deps, call, async ({ tx, dispute, now }) => {
    if (!maySign(standing, dispute, now)) refuseNow(true, dispute);
    await deleteSignature(tx.db, idsOf(dispute), standing.participantId);
    await tell(tx, dispute);
  });
}
