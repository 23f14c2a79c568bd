import type {
  closeMediation as closeContract,
  proposeMediator as proposeContract,
} from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseField } from "../platform/problem.ts";
import { inCase, refuseNow } from "./in-case.ts";
import { isParty, mayCloseMediation, mayMediate, mayProposeMediator, sideOf } from "./policy.ts";
import { isActive } from "./context-store.ts";
import { idsOf, updateDispute } from "./store.ts";
import { notifyOf, sidesOf, tellThose } from "./tell.ts";

/** Names who mediates; whom both sides name does. */
export async function proposeMediator(deps: Deps, call: Call<typeof proposeContract>) {
  const { standing, params, body } = call;
  const { participantId } = body;
  return inCase(deps, call, async ({ tx, dispute }) => {
    if (!mayProposeMediator(standing, dispute)) refuseNow(isParty(standing, dispute), dispute);
    const isThere = await isActive(tx.db, params.communityId, participantId);
    if (!isThere || !mayMediate(participantId, dispute)) {
      refuseField("invalid-request", "participantId", because("mediator-apart"));
    }
    const isClaimant = sideOf(standing, dispute) === "claimant";
    const other = isClaimant ? dispute.respondentMediatorId : dispute.claimantMediatorId;
    const isAgreed = other === participantId;
    await updateDispute(tx.db, idsOf(dispute), {
      ...(isClaimant
        ? { claimantMediatorId: participantId }
        : { respondentMediatorId: participantId }),
      ...(isAgreed ? { mediatorId: participantId } : {}),
    });
    if (isAgreed) await notifyOf(tx, dispute, { what: "mediate", to: [participantId] });
    await tellThose(tx, dispute, [...sidesOf(dispute), isAgreed ? participantId : null]);
  });
}

/** Wants no more mediation. */
export async function closeMediation(deps: Deps, call: Call<typeof closeContract>) {
  const { standing } = call;
  return inCase(deps, call, async ({ tx, dispute }) => {
    if (!mayCloseMediation(standing, dispute)) refuseNow(isParty(standing, dispute), dispute);
    const isClaimant = sideOf(standing, dispute) === "claimant";
    const change = isClaimant ? { claimantClosed: true } : { respondentClosed: true };
    await updateDispute(tx.db, idsOf(dispute), change);
    await tellThose(tx, dispute, [...sidesOf(dispute), dispute.mediatorId]);
  });
}
