import type { Db } from "#db/client.ts";
import type { DisputeKind } from "#shared/contract/disputes.ts";
import { type Choice, firstSeats } from "#shared/lottery/index.ts";
import { findReport, judgeReport } from "../commitments/public.ts";
import {
  annulByRuling,
  findDecisionAnywhere,
  readableDecision,
  suspendDecision,
} from "../decisions/public.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { applyToAction, markDisputed, partInAction, suspendedIn } from "./actions.ts";
import type { Disputed } from "./disputed.ts";
import { jurorsOf } from "./jury-store.ts";
import type { Scene } from "./stages.ts";
import { isActive, ruleTitles } from "./context-store.ts";
import { type DisputeRow, idsOf, noncesOf, statementsOf } from "./store.ts";

export { suspendedIn };

interface Conflict {
  readonly respondentId: string;
  readonly rule: number | null;
  readonly remedy: string;
}

/** A conflict between two members. */
export async function conflict(
  db: Db,
  { communityId, participantId }: MemberStanding,
  { respondentId, rule, remedy, disputeId }: Conflict & { readonly disputeId: string },
): Promise<Disputed> {
  if (respondentId === participantId) {
    refuseField("invalid-request", "respondentId", because("not-with-yourself"));
  }
  if (!(await isActive(db, communityId, respondentId))) {
    refuseField("invalid-request", "respondentId", because("choose-another-member"));
  }
  if (rule !== null && !(await ruleTitles(db, communityId)).has(rule)) {
    refuseField("invalid-request", "rule", because("unknown-rule"));
  }
  return {
    subjectId: disputeId,
    ruleNumber: rule,
    respondentId,
    remedy,
    wanted: firstSeats.usual,
  };
}

/** A decision that is said not to have been held by its rules, or by those who may. */
export async function disputedDecision(
  db: Db,
  standing: MemberStanding,
  asked: { readonly decisionId: string; readonly about: string; readonly suspends: boolean },
): Promise<Disputed> {
  const decision = await readableDecision({ db }, standing, asked.decisionId);
  if (!["open", "counting", "closed"].includes(decision.status)) {
    throw new Refusal("decision-not-open", because("decision-not-held"));
  }
  const { id, title, debateId, authorId } = decision;
  return {
    subjectId: id,
    about: asked.about,
    subjectTitle: title,
    debateId,
    respondentId: authorId === standing.participantId ? null : authorId,
    isSuspended: asked.suspends,
    wanted: firstSeats.usual,
  };
}

/** A report on a commitment that is said to be false, by anybody but who made it. */
export async function disputedReport(
  db: Db,
  { communityId, participantId }: MemberStanding,
  { commitmentId, updateId }: { readonly commitmentId: string; readonly updateId: string },
): Promise<Disputed> {
  const report = await findReport(db, { communityId, commitmentId, updateId });
  if (!report) throw new Refusal("not-found");
  const { authorId, isFalse, title, debateId } = report;
  if (authorId === participantId) throw new Refusal("own-case", because("own-report"));
  if (isFalse) throw new Refusal("disputed-already", because("report-false"));
  return {
    subjectId: updateId,
    about: commitmentId,
    subjectTitle: title,
    debateId,
    respondentId: authorId,
    wanted: firstSeats.usual,
  };
}

/** Whoever asked for a decision that is disputed, whether they are a side or not. */
async function partInDecision(db: Db, { communityId, subjectId }: DisputeRow): Promise<string[]> {
  const decision = await findDecisionAnywhere(db, { communityId, decisionId: subjectId });
  return decision ? [decision.authorId] : [];
}

const partInSubject: Record<DisputeKind, (db: Db, dispute: DisputeRow) => Promise<string[]>> = {
  action: partInAction,
  conflict: async () => [],
  decision: partInDecision,
  // Whoever reported is a side.
  commitment: async () => [],
};

/** Everybody who has a part in a case: sides, mediators, witnesses, and jurors of earlier levels. */
export async function partOf(db: Db, dispute: DisputeRow): Promise<ReadonlySet<string>> {
  const seated = (await jurorsOf(db, idsOf(dispute))).map(({ participantId }) => participantId);
  return new Set([...(await partBesidesJury(db, dispute)), ...seated]);
}

/** The same, but for who judges. */
export async function partBesidesJury(db: Db, dispute: DisputeRow): Promise<ReadonlySet<string>> {
  const ids = idsOf(dispute);
  const { claimantId, respondentId, mediatorId } = dispute;
  const people = [
    claimantId,
    respondentId,
    mediatorId,
    dispute.claimantMediatorId,
    dispute.respondentMediatorId,
    ...(await statementsOf(db, ids)).map(({ authorId }) => authorId),
    ...(await noncesOf(db, ids)).map(({ participantId }) => participantId),
    ...(await partInSubject[dispute.kind](db, dispute)),
  ];
  return new Set(people.filter((one) => one !== null));
}

interface Found {
  /** What the jury before found, which has taken effect already. */
  readonly from: Choice | null;
  readonly to: Choice;
}

async function applyToDecision({ deps, tx, dispute }: Scene, { to }: Found): Promise<void> {
  const ids = { communityId: dispute.communityId, decisionId: dispute.subjectId };
  await suspendDecision(tx, ids, null);
  if (to === "overturn") await annulByRuling(deps, tx, { ...ids, disputeId: dispute.id });
}

/** A report that a jury found to be false counts no more; where another jury finds otherwise, it counts again. */
async function applyToReport({ tx, dispute }: Scene, { from, to }: Found): Promise<void> {
  if (from !== "overturn" && to !== "overturn") return;
  const { communityId, subjectId: updateId, about, id } = dispute;
  const ids = { communityId, commitmentId: about ?? "", updateId };
  await judgeReport(tx, ids, to === "overturn" ? id : null);
}

const effects: Record<DisputeKind, (scene: Scene, found: Found) => Promise<void>> = {
  action: applyToAction,
  // What the sides owe each other they do themselves; the ruling is there for all to see.
  conflict: async () => {},
  decision: applyToDecision,
  commitment: applyToReport,
};

/** Has a ruling take effect by itself. */
export async function applyRuling(scene: Scene, found: Found): Promise<void> {
  if (found.from === found.to) return;
  await effects[scene.dispute.kind](scene, found);
}

/** Whatever is disputed has its effect again, as nobody disputes it any more. */
export async function releaseSubject(scene: Scene): Promise<void> {
  const { tx, dispute } = scene;
  if (dispute.kind === "action") await markDisputed(scene, false);
  if (dispute.kind !== "decision") return;
  const { communityId, subjectId: decisionId } = dispute;
  await suspendDecision(tx, { communityId, decisionId }, null);
}
