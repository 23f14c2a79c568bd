import type { Db } from "../client.ts";
import { commitments, commitmentUpdates } from "../schema/commitments.ts";
import { enterAct } from "./acts.ts";
import type { DemoPlan } from "./demo-plan.ts";
import type { DemoCommitment } from "./work-plan.ts";

/** What was promised, with the entries of it. */
export async function saveCommitments(db: Db, plan: DemoPlan): Promise<void> {
  for (const one of plan.commitments) await saveCommitment(db, plan.community.id, one);
}

async function saveCommitment(db: Db, communityId: string, one: DemoCommitment): Promise<void> {
  const { updates, review, isLate, answeredAt, ...columns } = one;
  const isAnswered = answeredAt !== null;
  await db.insert(commitments).values({
    ...columns,
    communityId,
    sourceKind: "decision",
    answeredAt,
    answer: isAnswered ? "accepted" : null,
    review: review && "worked",
    reviewWords: review?.words ?? "",
    reviewedById: review?.byId ?? null,
    reviewedAt: review?.at ?? null,
    overdueToldAt: isLate ? one.dueAt : null,
    version: isAnswered ? 2 : 1,
  });
  for (const { title: evidenceTitle, url: evidenceUrl, ...update } of updates) {
    const of = { communityId, commitmentId: one.id, authorId: one.ownerId };
    await db.insert(commitmentUpdates).values({ ...update, ...of, evidenceTitle, evidenceUrl });
  }
  await enterActs(db, communityId, one);
}

async function enterActs(db: Db, communityId: string, one: DemoCommitment): Promise<void> {
  const { id: subject, ownerId, proposerId, createdAt, answeredAt, dueAt, updates, review } = one;
  const enter = (
    kind: string,
    act: { time: Date; actor: string | null; payload: Record<string, unknown> },
    words?: Record<string, string>,
  ) => enterAct(db, { ...act, communityId, subject, kind, ...(words && { words }) });
  const asked = {
    from: "decision",
    of: one.sourceId,
    owner: ownerId,
    parts: 0,
    dueAt: dueAt.toISOString(),
    reviewAt: one.reviewAt.toISOString(),
  };
  await enter(
    "commitment.proposed",
    { time: createdAt, actor: proposerId, payload: asked },
    { title: one.title, criterion: one.criterion, parts: "[]" },
  );
  if (answeredAt === null) return;
  const yes = { time: answeredAt, actor: ownerId, payload: { version: 2, parts: [] } };
  await enter("commitment.accepted", yes, { reason: "" });
  for (const { id: update, createdAt: time, percent, words, title, url } of updates) {
    const act = { time, actor: ownerId, payload: { update, percent } };
    await enter("commitment.progress", act, { words, title, url });
  }
  const late = { time: dueAt, actor: null, payload: { dueAt: dueAt.toISOString() } };
  if (one.isLate) await enter("commitment.overdue", late);
  if (!review) return;
  const seen = { time: review.at, actor: review.byId };
  const payload = { outcome: "worked", reopened: false };
  await enter("commitment.reviewed", { ...seen, payload }, { words: review.words });
}
