import type { openDispute as contract } from "#shared/contract/disputes.ts";
import { disputeLimits } from "#shared/contract/disputes.ts";
import { suspendDecision } from "../decisions/public.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { refuseSuspended } from "../platform/suspended.ts";
import type { Tx } from "../platform/transact.ts";
import { appealedAction, markDisputed } from "./actions.ts";
import type { Disputed } from "./disputed.ts";
import { beginStatements } from "./advance.ts";
import { isOpen } from "./policy.ts";
import { enter, lockedCase } from "./stages.ts";
import { databaseNow } from "../platform/now-store.ts";
import {
  type DisputeRow,
  disputeAbout,
  idsOf,
  lockDisputed,
  saveDispute,
  saveJury,
} from "./store.ts";
import { conflict, disputedDecision, disputedReport } from "./subjects.ts";
import { notifyOf } from "./tell.ts";
import { after, day, settingsOf, timesIn } from "./times.ts";
import { viewDispute } from "./view.ts";

type Body = Call<typeof contract>["body"];

/** Brings a case: an appeal, a conflict, or a doubt about a decision or a report. */
export async function openDispute(deps: Deps, { standing, body, once }: Call<typeof contract>) {
  // Whoever is suspended appeals against that; new quarrels wait.
  if (body.kind !== "action") refuseSuspended(standing);
  return deps.transact(async (tx) => {
    const disputeId = deps.random.id();
    const settings = await settingsOf(tx.db, standing.communityId);
    const suspends = settings.suspendsDecisions;
    const disputed = await disputedIn(tx, standing, { body, disputeId, suspends });
    await refuseSecond(tx, standing, { kind: body.kind, subjectId: disputed.subjectId });
    const { wanted, ...columns } = disputed;
    const now = await databaseNow(tx.db);
    const dispute = await saveDispute(tx.db, {
      ...columns,
      communityId: standing.communityId,
      id: disputeId,
      kind: body.kind,
      claimantId: standing.participantId,
      grounds: body.grounds,
      evidence: body.evidence,
      stage: body.kind === "conflict" ? "mediation" : "statements",
      times: timesIn(settings),
      openedAt: now,
    });
    await saveJury(tx.db, { ...idsOf(dispute), level: 1, wantedSeats: wanted });
    await enterOpened(tx, dispute);
    await begin({ deps, tx, dispute, now });
    return viewDispute(tx.db, standing, await lockedCase(tx, idsOf(dispute)));
  }, once);
}

interface Asked {
  readonly body: Body;
  readonly disputeId: string;
  readonly suspends: boolean;
}

async function disputedIn(
  tx: Tx,
  standing: MemberStanding,
  { body, disputeId, suspends }: Asked,
): Promise<Disputed> {
  if (body.kind === "action") return appealedAction(tx.db, standing, body.actionId);
  if (body.kind === "conflict") return conflict(tx.db, standing, { ...body, disputeId });
  if (body.kind === "commitment") return disputedReport(tx.db, standing, body);
  return disputedDecision(tx.db, standing, { ...body, suspends });
}

/** What is disputed already is not disputed again beside that. */
async function refuseSecond(
  tx: Tx,
  { communityId }: MemberStanding,
  about: { readonly kind: DisputeRow["kind"]; readonly subjectId: string },
): Promise<void> {
  await lockDisputed(tx.db, about.subjectId);
  const other = await disputeAbout(tx.db, communityId, about);
  if (other) throw new Refusal("disputed-already");
}

/** In the public record without the words, and without who: that an action was appealed says whom it was about. */
async function enterOpened(tx: Tx, dispute: DisputeRow): Promise<void> {
  const { communityId, kind, subjectId, ruleNumber, claimantId } = dispute;
  await tx.act({
    communityId,
    kind: "dispute.opened",
    actor: isOpen(kind) ? claimantId : null,
    subject: dispute.id,
    payload: { kind, of: subjectId, rule: ruleNumber },
  });
}

async function begin(scene: Parameters<typeof beginStatements>[0]): Promise<void> {
  const { tx, dispute, now } = scene;
  const { communityId, kind, respondentId, isSuspended } = dispute;
  if (kind === "decision" && isSuspended) {
    await suspendDecision(tx, { communityId, decisionId: dispute.subjectId }, dispute.id);
  }
  if (kind === "action") await markDisputed(scene, true);
  if (kind === "conflict") {
    const dueAt = after(now, disputeLimits.mediationDays * day);
    await enter(scene, { stage: "mediation", dueAt });
  } else await beginStatements(scene);
  await notifyOf(tx, dispute, { what: "against-you", to: [respondentId] });
}
