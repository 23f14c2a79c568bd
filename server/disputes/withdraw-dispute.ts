import type { withdrawDispute as contract } from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { inCase, refuseNow } from "./in-case.ts";
import { mayWithdraw, sideOf } from "./policy.ts";
import { enter } from "./stages.ts";
import { releaseSubject } from "./subjects.ts";
import { bench } from "./summoning.ts";
import { notifyOf, settleJuror, tellThose } from "./tell.ts";

/** Withdraws a case; what was disputed stays as it is. */
export async function withdrawDispute(deps: Deps, call: Call<typeof contract>) {
  const { standing } = call;
  return inCase(deps, call, async (scene) => {
    const { tx, dispute, now } = scene;
    if (!mayWithdraw(standing, dispute)) {
      refuseNow(sideOf(standing, dispute) === "claimant", dispute);
    }
    const jurors = (await bench(scene)).map(({ participantId }) => participantId);
    for (const participantId of jurors) await settleJuror(tx, dispute, participantId);
    await releaseSubject(scene);
    await enter(scene, { stage: "withdrawn", dueAt: null }, { endedAt: now, isSuspended: false });
    await tx.act({
      communityId: dispute.communityId,
      kind: "dispute.withdrawn",
      actor: null,
      subject: dispute.id,
      payload: { level: dispute.level },
    });
    await tellThose(tx, dispute, jurors);
    const to = [dispute.respondentId, dispute.mediatorId];
    await notifyOf(tx, dispute, { what: "withdrawn", to });
  });
}
