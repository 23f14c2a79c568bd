import type { annulDecision as contract } from "#shared/contract/decisions.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { lockedRow } from "./create-decision.ts";
import { tell } from "./opening.ts";
import { mayAnnul } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { updateDecision } from "./store.ts";
import { forgetVoters } from "./untying.ts";
import { viewDecision } from "./view.ts";

/** Declares an opened decision void. What was cast and counted stays on record, beside the reason. */
export async function annulDecision(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  await readableDecision(deps, standing, params.decisionId);
  return deps.transact(async (tx) => {
    const decision = await lockedRow(tx, params);
    if (decision.status === "scheduled") {
      throw new Refusal("decision-not-open", because("cancel-instead"));
    }
    if (!mayAnnul(standing, decision)) throw new Refusal("not-allowed");
    if (decision.status === "open") await forgetVoters(deps, tx, decision);
    await updateDecision(tx.db, params, { status: "annulled", endReason: body.reason });
    await tx.act({
      communityId: params.communityId,
      kind: "decision.annulled",
      actor: standing.participantId,
      subject: decision.id,
      payload: { debateId: decision.debateId },
      words: { reason: body.reason },
    });
    await tell(tx, decision, "annulled");
    return viewDecision({ ...deps, db: tx.db }, standing, await lockedRow(tx, params));
  }, once);
}
