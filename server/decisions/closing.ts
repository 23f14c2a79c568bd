import { moveByDecision } from "../debates/public.ts";
import { notify } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { notifyFollowers } from "../reading/public.ts";
import { countDecision, countPaper } from "./counting.ts";
import { destroyKey } from "./ballot-store.ts";
import { delegationsOf } from "./delegating.ts";
import { saveDelegations } from "./delegation-store.ts";
import { withBallotsHash } from "./draw.ts";
import { linkTo, tell } from "./opening.ts";
import { sealCount, type SealingDeps } from "./sealing.ts";
import {
  databaseNow,
  type DecisionRow,
  electorsOf,
  hasOtherDecisionAhead,
  updateDecision,
} from "./store.ts";
import { untie, type UntyingDeps } from "./untying.ts";

/**
 * Closes an open decision whose row is locked and whose time is up: every ballot that was taken has
 * committed by now, and none can follow. Count, result and signature commit with the closing.
 */
export async function closeNow(
  deps: UntyingDeps & SealingDeps,
  tx: Tx,
  open: DecisionRow,
): Promise<void> {
  const ids = { communityId: open.communityId, decisionId: open.id };
  const { decision, result } = await countAtClosing(deps, tx, open);
  const { ballotsHash } = decision;
  const closedAt = await databaseNow(tx.db);
  const paperTally = await countPaper(tx.db, decision);
  await updateDecision(tx.db, ids, { status: "closed", closedAt, ballotsHash, result, paperTally });
  const checkpoint = await sealCount(deps, tx.db, ids);
  await tx.act({
    communityId: decision.communityId,
    kind: "decision.closed",
    actor: null,
    subject: decision.id,
    payload: {
      debateId: decision.debateId,
      lotSeed: decision.lotSeed,
      ballotsHash,
      ...result,
      checkpoint,
    },
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

/** Who delegated to whom is part of the record, but in secret decisions. */
async function countAtClosing(deps: UntyingDeps, tx: Tx, open: DecisionRow) {
  const ids = { communityId: open.communityId, decisionId: open.id };
  const delegations = await delegationsOf(tx.db, open);
  if (open.secrecy === "secret") {
    const delegated = await untie(deps, tx, { decision: open, delegations });
    const decision = await withBallotsHash(tx.db, open);
    return { decision, result: { ...(await countDecision(tx.db, decision, [])), delegated } };
  }
  const electors = new Set((await electorsOf(tx.db, ids)).map(({ id }) => id));
  const among = delegations.filter(({ from, to }) => electors.has(from) && electors.has(to));
  await saveDelegations(tx.db, ids, among);
  await destroyKey(tx.db, ids);
  const decision = await withBallotsHash(tx.db, open);
  return { decision, result: await countDecision(tx.db, decision, among) };
}

/** Whoever set the decision up and those who follow its debate hear that it is counted. */
async function tellClosed(tx: Tx, decision: DecisionRow): Promise<void> {
  const { communityId, debateId, authorId, title } = decision;
  const kind = "decisions.closed";
  const message = { communityId, kind, link: await linkTo(tx, decision), data: { title } };
  await notify(tx, { ...message, participantIds: [authorId], unlessMuted: debateId });
  await notifyFollowers(tx, { ...message, debateId, besides: [authorId] });
}
