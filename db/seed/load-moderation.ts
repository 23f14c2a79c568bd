import type { Db } from "../client.ts";
import { disputes, juries } from "../schema/disputes.ts";
import { moderationActions, moderationItems, postings } from "../schema/moderation.ts";
import { enterAct } from "./acts.ts";
import { hour, later } from "./days.ts";
import type { DemoAction, DemoPlan } from "./demo-plan.ts";

const seats = 5;

/** What moderators did, with the reports before it, the appeals after it, and the entries of all that. */
export async function saveModeration(db: Db, plan: DemoPlan): Promise<void> {
  const communityId = plan.community.id;
  const said = plan.debates.flatMap(({ id: debateId, claims }) =>
    claims.map(({ id: subjectId, authorId: participantId, createdAt }) => {
      return { communityId, debateId, subjectId, participantId, createdAt };
    }),
  );
  for (let from = 0; from < said.length; from += 500) {
    await db.insert(postings).values(said.slice(from, from + 500));
  }
  for (const action of plan.moderation) await saveAction(db, communityId, action);
}

/** How an action stands by now: until when it lasts, and how and when it ended. */
function standingOf({ kind, createdAt, isUndone, appeal }: DemoAction) {
  const until = kind === "rate-limit" ? later(createdAt, 72 * hour) : null;
  if (isUndone) return { until, state: "undone" as const, endedAt: later(createdAt, 5 * hour) };
  if (appeal?.choice === "overturn") {
    return { until, state: "overturned" as const, endedAt: appeal.ruledAt };
  }
  if (until === null || until > new Date()) {
    return { until, state: "in-force" as const, endedAt: null };
  }
  return { until, state: "ended" as const, endedAt: until };
}

async function saveAction(db: Db, communityId: string, action: DemoAction): Promise<void> {
  const { id, itemId, kind, claimId, debateId, authorId, actorId, role, rule, reason } = action;
  const { createdAt, reportedAt, isUndone, appeal } = action;
  const subject = { subjectKind: "claim" as const, subjectId: claimId, debateId, authorId };
  const standing = standingOf(action);
  const { until, endedAt } = standing;
  await db.insert(moderationItems).values({
    ...subject,
    communityId,
    id: itemId,
    work: "flags",
    severity: "normal",
    status: kind === "dismiss" ? "dismissed" : "acted",
    flagCount: 1,
    rules: [rule],
    deadlineAt: later(reportedAt, 72 * hour),
    createdAt: reportedAt,
    closedAt: createdAt,
    actionId: id,
  });
  await db.insert(moderationActions).values({
    ...subject,
    ...standing,
    communityId,
    id,
    kind,
    itemId,
    ruleNumber: rule,
    ruleVersion: 1,
    reason,
    actorId,
    role,
    createdAt,
  });
  const about = { communityId, actor: actorId, subject: claimId };
  const payload = { action: id, subject: "claim", rule: { number: rule, version: 1 }, role, until };
  await enterAct(db, { ...about, time: createdAt, kind: `moderation.${kind}`, payload });
  if (isUndone && endedAt) {
    await enterAct(db, { ...about, time: endedAt, kind: "moderation.undone", payload });
  }
  if (appeal) await saveAppeal(db, communityId, { ...action, appeal });
}

type Appealed = DemoAction & { readonly appeal: NonNullable<DemoAction["appeal"]> };

async function saveAppeal(
  db: Db,
  communityId: string,
  { id: subjectId, kind: about, rule, authorId, actorId, debateId, appeal }: Appealed,
): Promise<void> {
  const { id: disputeId, openedAt, ruledAt, choice, grounds } = appeal;
  await db.insert(disputes).values({
    communityId,
    id: disputeId,
    kind: "action",
    subjectId,
    about,
    debateId,
    ruleNumber: rule,
    claimantId: authorId,
    respondentId: actorId,
    claimantClosed: true,
    respondentClosed: true,
    grounds,
    stage: "ruled",
    times: { statements: 72, drawing: 24, deliberation: 120, voting: 48, revealing: 24 },
    choice,
    openedAt,
    endedAt: ruledAt,
    appealUntil: later(ruledAt, 14 * 24 * hour),
  });
  const counts = { overturn: 1, modify: 1, uphold: 1, [choice]: 3 };
  const found = { choice, counts, seats, turnout: seats, lacksTurnout: false, byCommunity: false };
  await db.insert(juries).values({
    communityId,
    disputeId,
    level: 1,
    wantedSeats: seats,
    seats,
    poolSize: null,
    ruling: { ...found, quorum: 4, reasons: [], commitments: [], at: ruledAt.toISOString() },
    ruledAt,
  });
  const entry = { communityId, actor: null, subject: disputeId };
  const opened = { kind: "action", of: subjectId, rule };
  await enterAct(db, { ...entry, time: openedAt, kind: "dispute.opened", payload: opened });
  const payload = { level: 1, ...found, commitments: [] };
  await enterAct(db, { ...entry, time: ruledAt, kind: "dispute.ruled", payload });
}
