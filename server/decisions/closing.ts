import type { Delegation } from "#shared/delegation/resolve.ts";
import { moveByDecision } from "../debates/public.ts";
import { notify } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { notifyFollowers } from "../reading/public.ts";
import { countDecision } from "./counting.ts";
import { linkTo, tell } from "./opening.ts";
import {
  databaseNow,
  type DecisionRow,
  hasOtherDecisionAhead,
  saveDelegations,
  updateDecision,
} from "./store.ts";

/**
 * Closes an open decision whose row is locked and whose time is up: every ballot that was taken has
 * committed by now, and none can follow. Count and result commit with the closing.
 */
export async function closeNow(tx: Tx, decision: DecisionRow): Promise<void> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const delegations: Delegation[] = [];
  await saveDelegations(tx.db, ids, delegations);
  const result = await countDecision(tx.db, decision, delegations);
  const closedAt = await databaseNow(tx.db);
  await updateDecision(tx.db, ids, { status: "closed", closedAt, result });
  await tx.act({
    communityId: decision.communityId,
    kind: "decision.closed",
    actor: null,
    subject: decision.id,
    payload: { debateId: decision.debateId, lotSeed: decision.lotSeed, ...result },
  });
  if (!(await hasOtherDecisionAhead(tx.db, decision))) {
    await moveByDecision(tx, {
      communityId: decision.communityId,
      debateId: decision.debateId,
      to: "decided",
      actorId: null,
      reason: decision.title,
    });
  }
  await tell(tx, decision, "closed");
  await tellClosed(tx, decision);
  await tx.job("report-power", ids, { key: `power ${decision.id}` });
}

/** Whoever set the decision up and those who follow its debate hear that it is counted. */
async function tellClosed(tx: Tx, decision: DecisionRow): Promise<void> {
  const { communityId, debateId, authorId, title } = decision;
  const kind = "decisions.closed";
  const message = { communityId, kind, link: await linkTo(tx, decision), data: { title } };
  await notify(tx, { ...message, participantIds: [authorId], unlessMuted: debateId });
  await notifyFollowers(tx, { ...message, debateId, besides: [authorId] });
}
