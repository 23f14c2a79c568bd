import {
  type addDisputeStatement as addContract,
  type closeStatements as closeContract,
  disputeLimits,
} from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { inCase, refuseNow } from "./in-case.ts";
import { isParty, mayCloseStatements, mayState, sideOf } from "./policy.ts";
import { idsOf, saveStatement, statementsOf, updateDispute } from "./store.ts";
import { sidesOf, tellThose } from "./tell.ts";

/** Says something to one's case. What is said in mediation no jury reads. */
export async function addStatement(deps: Deps, call: Call<typeof addContract>) {
  const { standing, body } = call;
  return inCase(deps, call, async ({ tx, dispute, now }) => {
    const side = sideOf(standing, dispute);
    if (side === null || !mayState(standing, dispute)) return refuseNow(side !== null, dispute);
    const ids = idsOf(dispute);
    const said = (await statementsOf(tx.db, ids)).filter((one) => one.side === side);
    const { statements: most } = disputeLimits;
    if (said.length >= most) {
      throw new Refusal("not-allowed", because("statements-enough", { most }));
    }
    await saveStatement(tx.db, {
      ...ids,
      ...body,
      id: deps.random.id(),
      level: dispute.stage === "mediation" ? 0 : dispute.level,
      side,
      authorId: standing.participantId,
      createdAt: now,
    });
    await tellThose(tx, dispute, [...sidesOf(dispute), dispute.mediatorId]);
  });
}

/** Has said all. */
export async function closeStatements(deps: Deps, call: Call<typeof closeContract>) {
  const { standing } = call;
  return inCase(deps, call, async ({ tx, dispute }) => {
    if (!mayCloseStatements(standing, dispute)) refuseNow(isParty(standing, dispute), dispute);
    const isClaimant = sideOf(standing, dispute) === "claimant";
    const change = isClaimant ? { claimantClosed: true } : { respondentClosed: true };
    await updateDispute(tx.db, idsOf(dispute), change);
    await tellThose(tx, dispute, sidesOf(dispute));
  });
}
