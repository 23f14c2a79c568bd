import type { DisputeStage } from "#shared/contract/disputes.ts";
import type { Db } from "#db/client.ts";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { eachByItself } from "../platform/each-by-itself.ts";
import type { Tx } from "../platform/transact.ts";
import { signatureOf } from "./beacon.ts";
import { bringToCommunity, settleCommunityVote } from "./community-vote.ts";
import { drawJury, fixPool } from "./drawing.ts";
import { updateJuror } from "./jury-store.ts";
import { rule } from "./ruling.ts";
import { enter, lockedCase, type Scene, wake } from "./stages.ts";
import { databaseNow } from "../platform/now-store.ts";
import {
  type DisputeIds,
  type DisputeRow,
  dueDisputes,
  findDispute,
  juryOf,
  levelOf,
  updateJury,
} from "./store.ts";
import {
  answerMs,
  bench,
  completeBench,
  nextAnswer,
  replaceJuror,
  replaceSilent,
} from "./summoning.ts";
import { askJuror, notifyOf, sidesOf } from "./tell.ts";
import { after, hour } from "./times.ts";

const isOver = ({ dispute: { dueAt }, now }: Scene): boolean => dueAt !== null && dueAt <= now;

const bothClosed = ({ claimantClosed, respondentClosed, respondentId }: DisputeRow): boolean =>
  claimantClosed && (respondentClosed || respondentId === null);

/** Both sides are asked to say what they have to say. */
export async function beginStatements(scene: Scene): Promise<void> {
  const { tx, dispute, now } = scene;
  const dueAt = after(now, dispute.times.statements * hour);
  const change = { claimantClosed: false, respondentClosed: false };
  await enter(scene, { stage: "statements", dueAt }, change);
  await notifyOf(tx, dispute, { what: "say-your-part", to: sidesOf(dispute) });
}

async function endMediation(scene: Scene): Promise<boolean> {
  if (!isOver(scene) && !bothClosed(scene.dispute)) return false;
  await beginStatements(scene);
  return true;
}

async function endStatements(scene: Scene): Promise<boolean> {
  if (!isOver(scene) && !bothClosed(scene.dispute)) return false;
  if (!(await fixPool(scene))) await bringToCommunity(scene);
  return true;
}

async function endSummoning(scene: Scene): Promise<boolean> {
  const isComplete = await completeBench(scene);
  if (isComplete === false) await bringToCommunity(scene);
  return isComplete !== undefined;
}

async function servingIn(scene: Scene) {
  const jurors = await bench(scene);
  const serving = jurors.filter(({ status }) => status === "serving");
  const isCommitted = serving.length > 0 && serving.every(({ commitment }) => commitment !== null);
  return { jurors, serving, isCommitted };
}

async function beginRevealing(scene: Scene): Promise<boolean> {
  const { tx, dispute, now } = scene;
  const { serving } = await servingIn(scene);
  const dueAt = after(now, dispute.times.revealing * hour);
  await enter(scene, { stage: "revealing", dueAt });
  for (const { participantId, commitment } of serving) {
    if (commitment !== null) await askJuror(tx, dispute, { participantId, what: "tell-vote" });
  }
  return true;
}

async function endDeliberation(scene: Scene): Promise<boolean> {
  const { tx, dispute, now } = scene;
  const { serving, isCommitted } = await servingIn(scene);
  if (isCommitted) return beginRevealing(scene);
  if (!isOver(scene)) return false;
  const dueAt = after(now, dispute.times.voting * hour);
  await enter(scene, { stage: "voting", dueAt });
  for (const { participantId, commitment } of serving) {
    if (commitment === null) await askJuror(tx, dispute, { participantId, what: "vote" });
  }
  return true;
}

/** Whoever has not committed in time is replaced once; then those vote who have. */
async function endVoting(scene: Scene): Promise<boolean> {
  const { tx, dispute, now } = scene;
  await replaceSilent(scene);
  const { jurors, serving, isCommitted } = await servingIn(scene);
  const next = nextAnswer(jurors);
  if (isCommitted && next === null) return beginRevealing(scene);
  if (!isOver(scene)) {
    const times = [next, dispute.dueAt].flatMap((at) => (at === null ? [] : [at.getTime()]));
    await wake(scene, times.length === 0 ? null : new Date(Math.min(...times)));
    return false;
  }
  for (const juror of serving.filter(({ commitment }) => commitment === null)) {
    const { participantId, cameFor } = juror;
    if (cameFor !== "did-not-vote") await replaceJuror(scene, juror, "did-not-vote");
    else await updateJuror(tx.db, levelOf(dispute), { participantId, status: "did-not-vote" });
  }
  if (nextAnswer(await bench(scene)) === null) return beginRevealing(scene);
  const dueAt = after(now, answerMs + dispute.times.voting * hour);
  await enter(scene, { stage: "voting", dueAt, wakeAt: after(now, answerMs) });
  return true;
}

async function endRevealing(scene: Scene): Promise<boolean> {
  const { serving } = await servingIn(scene);
  const committed = serving.filter(({ commitment }) => commitment !== null);
  const isTold = committed.every(({ choice }) => choice !== null);
  if (!isTold && !isOver(scene)) return false;
  await rule(scene);
  return true;
}

const nothing = async () => false;

/** What brings a case on from each stage; whether it did. */
const steps: Record<DisputeStage, (scene: Scene) => Promise<boolean>> = {
  mediation: endMediation,
  statements: endStatements,
  drawing: drawJury,
  summoning: endSummoning,
  deliberation: endDeliberation,
  voting: endVoting,
  revealing: endRevealing,
  community: settleCommunityVote,
  ruled: nothing,
  withdrawn: nothing,
};

/** Brings a case as far as it can come by now: after everything that somebody did in it, and by the clock. */
export async function advance(deps: Deps, tx: Tx, ids: DisputeIds): Promise<DisputeRow> {
  for (;;) {
    const dispute = await lockedCase(tx, ids);
    const now = await databaseNow(tx.db);
    if (!(await steps[dispute.stage]({ deps, tx, dispute, now }))) return lockedCase(tx, ids);
  }
}

/** What the job that brings a case on is given. */
export const SettleDispute = z.object({ communityId: z.uuid(), disputeId: z.uuid() });

/** Brings a case on if its time has come; safe to call at any time, and twice. */
export async function settleDispute(deps: Deps, ids: DisputeIds): Promise<void> {
  await readBeacon(deps, ids);
  await deps.transact((tx) => advance(deps, tx, ids));
}

/** Settles whatever is due, each case by itself; catches what a stopped worker missed. */
export async function settleDisputes(deps: Deps): Promise<void> {
  await eachByItself(deps.log, await dueDisputes(deps.db), (ids) => settleDispute(deps, ids));
}

/** What a case waits for from the beacon; null where it does not. */
async function awaitedRound(db: Db, ids: DisputeIds) {
  const dispute = await findDispute(db, ids);
  if (dispute?.stage !== "drawing") return null;
  const draw = (await juryOf(db, levelOf(dispute)))?.draw;
  if (draw?.randomness.kind !== "beacon" || draw.randomness.signature !== null) return null;
  return { draw, randomness: draw.randomness };
}

/** Asks the beacon before anything is held; its round is written down where it has come. */
async function readBeacon(deps: Deps, ids: DisputeIds): Promise<void> {
  const awaited = await awaitedRound(deps.db, ids);
  if (!awaited) return;
  const signature = await signatureOf(deps, awaited.randomness);
  await deps.transact(async (tx) => {
    const dispute = await lockedCase(tx, ids);
    // Another worker can have read the round and drawn meanwhile.
    const held = await awaitedRound(tx.db, ids);
    if (held?.randomness.round !== awaited.randomness.round) return;
    if (signature === null) {
      const now = await databaseNow(tx.db);
      await wake({ deps, tx, dispute, now }, after(now, 60_000));
      return;
    }
    const randomness = { ...held.randomness, signature };
    await updateJury(tx.db, levelOf(dispute), { draw: { ...held.draw, randomness } });
  });
}
