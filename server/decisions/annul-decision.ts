import type { annulDecision as contract } from "#shared/contract/decisions.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { lockedRow } from "./create-decision.ts";
import { tell } from "./opening.ts";
import { mayAnnul } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { type DecisionRow, updateDecision, votesOnDisputes } from "./store.ts";
import { forgetVoters, type UntyingDeps } from "./untying.ts";
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
    const onDisputes = await votesOnDisputes(tx.db, params.communityId, [decision.id]);
    if (!mayAnnul(standing, decision, onDisputes.has(decision.id)))
      throw new Refusal("not-allowed");
    const { reason } = body;
    await annulNow(deps, tx, { decision, actor: standing.participantId, reason });
    return viewDecision({ ...deps, db: tx.db }, standing, await lockedRow(tx, params));
  }, once);
}

interface Annulling {
  readonly decision: DecisionRow;
  /** Null where a ruling annuls it. */
  readonly actor: string | null;
  readonly reason: string;
}

/** Annuls a decision whose row is held. */
export async function annulNow(
  deps: UntyingDeps,
  tx: Tx,
  { decision, actor, reason }: Annulling,
): Promise<void> {
  const { communityId, id: decisionId, debateId } = decision;
  const { status } = decision;
  if (status === "open" || status === "counting") await forgetVoters(tx, decision);
  await updateDecision(
    tx.db,
    { communityId, decisionId },
    { status: "annulled", endReason: reason },
  );
  await tx.act({
    communityId,
    kind: "decision.annulled",
    actor,
    subject: decisionId,
    payload: { debateId },
    words: { reason },
  });
  await tell(tx, decision, "annulled");
}
