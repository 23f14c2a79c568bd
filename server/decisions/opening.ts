import { randomBytes } from "node:crypto";
import { decisionChanged } from "#shared/contract/decision-events.ts";
import { moveByDecision } from "../debates/public.ts";
import { delegationCap as capOf } from "../delegations/public.ts";
import { notify } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { notifyFollowers } from "../reading/public.ts";
import { freezeElectorate } from "./electorate.ts";
import { frozenRules } from "./frozen-rules.ts";
import { freezeGroups, groupRuleOf } from "./groups.ts";
import { databaseNow } from "../platform/now-store.ts";
import { slugOf } from "../communities/public.ts";
import {
  type DecisionRow,
  optionsOf,
  replaceOptions,
  standingPositions,
  updateDecision,
} from "./store.ts";

/**
 * Opens a scheduled decision whose row is locked: options take the wording that their positions have
 * now, the electorate is frozen, the debate moves to voting. With fewer than two options left, or nobody
 * whose vote weighs anything, it is cancelled instead.
 */
export async function openNow(tx: Tx, decision: DecisionRow): Promise<void> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const { options, subject } = await freshChoices(tx, decision);
  const obstacle = obstacleTo(decision, { options, subject });
  if (obstacle !== null) {
    await end(tx, decision, obstacle);
    return;
  }
  const electorate = await freezeElectorate(tx, decision);
  if (electorate.weight === 0n) {
    await end(tx, decision, "Nobody who may vote has any weight.");
    return;
  }
  await replaceOptions(tx.db, ids, options);
  const { groupRun, groupsHash } = await freezeGroups(tx.db, decision, electorate.participantIds);
  const { groupMajority } = groupRuleOf({ ...decision, groupRun, groupsHash });
  const delegationCap = await capOf(tx.db, decision.communityId);
  const lotSeed = decision.tieBreak === "lot" ? randomBytes(32).toString("hex") : null;
  const lotBy = lotSeed === null ? decision.lotBy : "seed-and-ballots";
  const { rulesHash, text, facts } = frozenRules(
    { ...decision, delegationCap, lotBy },
    { options, subject, electorate, lotSeed, groupMajority },
  );
  await updateDecision(tx.db, ids, {
    status: "open",
    rulesHash,
    frozenRules: text,
    lotSeed,
    lotBy,
    openedAt: await databaseNow(tx.db),
    electorateSize: electorate.size,
    electorateWeight: electorate.weight,
    electorateHash: electorate.hash,
    unit: electorate.unit,
    delegationCap,
    groupRun,
    groupsHash,
    subjectTitle: subject?.title ?? null,
  });
  await tx.act({
    communityId: decision.communityId,
    kind: "decision.opened",
    actor: decision.authorId,
    subject: decision.id,
    payload: { debateId: decision.debateId, ...facts, rulesHash },
    words: { rules: text },
  });
  await moveToVoting(tx, decision);
  await tell(tx, decision, "open");
  await tellOpened(tx, decision, electorate.participantIds);
}

async function moveToVoting(tx: Tx, { communityId, debateId, authorId, title }: DecisionRow) {
  const to = "voting";
  await moveByDecision(tx, { communityId, debateId, to, actorId: authorId, reason: title });
}

/** Those who may vote are needed; others who follow the debate hear of it. */
async function tellOpened(
  tx: Tx,
  decision: DecisionRow,
  electorate: readonly string[],
): Promise<void> {
  const { communityId, debateId, title } = decision;
  const message = { communityId, link: await linkTo(tx, decision), data: { title } };
  await notify(tx, { ...message, participantIds: electorate, kind: "decisions.opened" });
  const kind = "decisions.opened-elsewhere";
  await notifyFollowers(tx, { ...message, debateId, kind, besides: electorate });
}

/** Why there is nothing to vote on any more; null where there is. */
function obstacleTo(
  { subjectPositionId }: DecisionRow,
  { options, subject }: Awaited<ReturnType<typeof freshChoices>>,
): string | null {
  if (subjectPositionId !== null && !subject) {
    return "The position that it is about does not stand any more.";
  }
  return options.length < 2 ? "Fewer than two of its positions still stand." : null;
}

/** What can be chosen as it stands and is worded now; times, and a method's own answers, stay as they are. */
async function freshChoices(tx: Tx, { communityId, debateId, id, ...decision }: DecisionRow) {
  const standing = await standingPositions(tx.db, communityId, debateId);
  const kept = await optionsOf(tx.db, communityId, [id]);
  const options = kept.flatMap((option) => {
    if (option.positionId === null) return [option];
    const position = standing.find(({ id: positionId }) => positionId === option.positionId);
    return position ? [{ ...option, title: position.title }] : [];
  });
  const subject = standing.find(({ id: positionId }) => positionId === decision.subjectPositionId);
  return { options, subject };
}

/** Calls off a decision that has not opened. */
export async function end(tx: Tx, decision: DecisionRow, endReason: string): Promise<void> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  await updateDecision(tx.db, ids, { status: "cancelled", endReason });
  await tx.act({
    communityId: decision.communityId,
    kind: "decision.cancelled",
    actor: decision.authorId,
    subject: decision.id,
    payload: { debateId: decision.debateId },
    words: { reason: endReason },
  });
  await tell(tx, decision, "cancelled");
}

/** Tells the debate's room that a decision is in another state. */
export async function tell(
  tx: Tx,
  { communityId, debateId, id }: DecisionRow,
  status: DecisionRow["status"],
) {
  await tx.record(decisionChanged, { communityId, debateId, decisionId: id, status });
}

/** The page of a decision. */
export async function linkTo(tx: Tx, { communityId, debateId }: DecisionRow): Promise<string> {
  return `/c/${await slugOf(tx.db, communityId)}/d/${debateId}/decision`;
}
