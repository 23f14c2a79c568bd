import { moveByDecision } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { notifyFollowers } from "../reading/public.ts";
import { isCountedApart } from "./count-apart.ts";
import { type Count, countDecision, countPaper, type Found } from "./counting.ts";
import { destroyKey } from "./ballot-store.ts";
import { keepSupport, takeGroups } from "./groups.ts";
import { delegationsOf } from "./delegating.ts";
import { saveDelegations } from "./delegation-store.ts";
import { linkTo, tell } from "./opening.ts";
import { sealCount, type SealingDeps } from "./sealing.ts";
import { electorsAmong } from "./elector-store.ts";
import { databaseNow } from "../platform/now-store.ts";
import { countCast, type DecisionRow, hasOtherDecisionAhead, updateDecision } from "./store.ts";
import { castCarried, untie, type UntyingDeps } from "./untying.ts";

export type ClosingDeps = UntyingDeps & SealingDeps & Pick<Deps, "mostCountedAtOnce">;

/**
 * Closes an open decision whose row is locked and whose time is up: every ballot that was taken has
 * committed by now, and none can follow. Count, result and signature commit with the closing; where ballots are many,
 * closing freezes them, and they are counted after it.
 */
export async function closeNow(deps: ClosingDeps, tx: Tx, open: DecisionRow): Promise<void> {
  const ids = { communityId: open.communityId, decisionId: open.id };
  const closedAt = await databaseNow(tx.db);
  const delegations = await freezeDelegations(deps, tx, open);
  const groupRun = await takeGroups(tx.db, open);
  if (isCountedApart(deps, open, await countCast(tx.db, ids))) {
    await updateDecision(tx.db, ids, { status: "counting", closedAt, groupRun });
    await tell(tx, open, "counting");
    await countSoon(tx, open);
    return;
  }
  await updateDecision(tx.db, ids, { closedAt, groupRun });
  const decision = { ...open, closedAt, groupRun };
  const found = await countDecision(tx.db, { decision, delegations });
  await keepCount(deps, tx, { decision, found });
}

/** Has a decision counted after the transaction; safe to ask for again while it is being counted. */
export async function countSoon(
  tx: Tx,
  { communityId, id: decisionId }: Pick<DecisionRow, "communityId" | "id">,
): Promise<void> {
  await tx.job("count-decision", { communityId, decisionId }, { key: `count ${decisionId}` });
}

/** Who delegated to whom is part of the record, but in secret decisions, where carried votes become ballots. */
async function freezeDelegations(
  deps: UntyingDeps,
  tx: Tx,
  decision: DecisionRow,
): Promise<Count["delegations"]> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const delegations = await delegationsOf(tx.db, decision);
  if (decision.secrecy === "secret") {
    await castCarried(deps, tx, { decision, delegations });
    return [];
  }
  const named = delegations.flatMap(({ from, to }) => [from, to]);
  const electors = new Set((await electorsAmong(tx.db, ids, named)).map(({ id }) => id));
  const among = delegations.filter(({ from, to }) => electors.has(from) && electors.has(to));
  await saveDelegations(tx.db, ids, among);
  return among;
}

/** Writes down what was counted, signs it, and destroys what could still join voters and ballots. */
export async function keepCount(
  deps: SealingDeps,
  tx: Tx,
  { decision: uncounted, found }: { readonly decision: DecisionRow; readonly found: Found },
): Promise<void> {
  const { result, ballotsHash, board } = found;
  const decision = { ...uncounted, ballotsHash };
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  await keepSupport(tx.db, decision, found.votes);
  if (decision.secrecy === "secret") await untie(tx.db, ids);
  else await destroyKey(tx.db, ids);
  const paperTally = await countPaper(tx.db, decision);
  await updateDecision(tx.db, ids, { status: "closed", ballotsHash, result, paperTally });
  const checkpoint = await sealCount(deps, tx.db, { ...ids, board });
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

/** Whoever set the decision up and those who follow its debate hear that it is counted. */
async function tellClosed(tx: Tx, decision: DecisionRow): Promise<void> {
  const { communityId, debateId, authorId, title } = decision;
  const kind = "decisions.closed";
  const message = { communityId, kind, link: await linkTo(tx, decision), data: { title } };
  await notify(tx, { ...message, participantIds: [authorId], unlessMuted: debateId });
  await notifyFollowers(tx, { ...message, debateId, besides: [authorId] });
}
