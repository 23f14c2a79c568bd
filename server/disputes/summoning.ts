import {
  type Absence,
  benchAfter,
  type DrawDocument,
  quorumOf,
  replace,
} from "#shared/lottery/index.ts";
import { disputeLimits } from "#shared/contract/disputes.ts";
import { jurorsOf, type JurorRow, poolMember, saveJuror, updateJuror } from "./jury-store.ts";
import { enter, lockedCase, type Scene, wake } from "./stages.ts";
import { idsOf, juryOf, levelOf, updateJury } from "./store.ts";
import { askJuror, settleJuror, tellThose } from "./tell.ts";
import { after, hour } from "./times.ts";

export const answerMs = disputeLimits.answerHours * hour;

/** The jurors of the level that a case is at. */
export async function bench({ tx, dispute }: Scene) {
  const all = await jurorsOf(tx.db, idsOf(dispute));
  return all.filter(({ level }) => level === dispute.level);
}

interface Asked {
  readonly pseudonym: string;
  readonly number: number;
  readonly cameFor?: Absence;
}

async function ask({ tx, dispute, now }: Scene, { pseudonym, number, cameFor }: Asked) {
  const ids = levelOf(dispute);
  const { participantId } = await poolMember(tx.db, ids, pseudonym);
  await saveJuror(tx.db, {
    ...ids,
    participantId,
    pseudonym,
    number,
    status: "invited",
    cameFor: cameFor ?? null,
    dueAt: after(now, answerMs),
  });
  await askJuror(tx, dispute, { participantId, what: "summoned" });
  await tellThose(tx, dispute, [participantId]);
}

/** Asks those whom the lot put first. */
export async function summonFirst(scene: Scene, { seated }: DrawDocument): Promise<void> {
  const wakeAt = after(scene.now, answerMs);
  const dispute = await enter(scene, { stage: "summoning", dueAt: null, wakeAt });
  for (const [at, pseudonym] of seated.entries()) {
    await ask({ ...scene, dispute }, { pseudonym, number: at + 1 });
  }
}

/** Lets somebody go, and asks who comes next in the lot, if anybody is left. */
export async function replaceJuror(scene: Scene, juror: JurorRow, why: Absence): Promise<void> {
  const { tx, dispute } = scene;
  const ids = levelOf(dispute);
  await updateJuror(tx.db, ids, { participantId: juror.participantId, status: why, dueAt: null });
  await settleJuror(tx, dispute, juror.participantId);
  await tellThose(tx, dispute, [juror.participantId]);
  const document = (await juryOf(tx.db, ids))?.draw;
  if (!document) throw new Error("whoever sits was drawn");
  const { pool, replacements } = document;
  const outs = replacements.map(({ out }) => out);
  const { successor } = replace(pool, benchAfter(pool, document, outs), juror.pseudonym);
  const replacement = { out: juror.pseudonym, why, successor };
  await updateJury(tx.db, ids, {
    draw: { ...document, replacements: [...replacements, replacement] },
  });
  await tx.act({
    communityId: ids.communityId,
    kind: "dispute.juror-replaced",
    actor: null,
    subject: dispute.id,
    payload: { level: ids.level, ...replacement },
  });
  if (successor === null) return;
  const number = (await bench(scene)).length + 1;
  const cameFor = juror.cameFor === "did-not-vote" ? juror.cameFor : why;
  await ask(scene, { pseudonym: successor, number, cameFor });
}

/** Whoever has not answered in time makes room for the next. */
export async function replaceSilent(scene: Scene): Promise<void> {
  for (const juror of await bench(scene)) {
    if (juror.status !== "invited" || juror.dueAt === null || juror.dueAt > scene.now) continue;
    await replaceJuror(scene, juror, "no-answer");
  }
}

/** When the next summons runs out; null where all were answered. */
export function nextAnswer(jurors: readonly JurorRow[]): Date | null {
  const due = jurors.flatMap(({ status, dueAt }) =>
    status === "invited" && dueAt !== null ? [dueAt.getTime()] : [],
  );
  return due.length === 0 ? null : new Date(Math.min(...due));
}

/**
 * Goes on to the deliberation once nobody is to answer any more.
 * @returns whether enough have taken their seats; undefined while some are still asked
 */
export async function completeBench(scene: Scene): Promise<boolean | undefined> {
  await replaceSilent(scene);
  const jurors = await bench(scene);
  const next = nextAnswer(jurors);
  if (next !== null) {
    await wake(scene, next);
    return undefined;
  }
  const { tx, now } = scene;
  const dispute = await lockedCase(tx, idsOf(scene.dispute));
  const jury = await juryOf(tx.db, levelOf(dispute));
  const serving = jurors.filter(({ status }) => status === "serving");
  if (serving.length < quorumOf(jury?.seats ?? 0)) return false;
  const dueAt = after(now, dispute.times.deliberation * hour);
  await enter({ ...scene, dispute }, { stage: "deliberation", dueAt });
  for (const { participantId } of serving) {
    await askJuror(tx, dispute, { participantId, what: "deliberate" });
  }
  return true;
}
