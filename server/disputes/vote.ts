import type {
  commitVote as commitContract,
  tellVote as tellContract,
} from "#shared/contract/disputes.ts";
import { opensVote } from "#shared/lottery/index.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { inCase, refuseNow, refusePartial, seatsOf } from "./in-case.ts";
import { updateJuror } from "./jury-store.ts";
import { hasSeat, mayCommitVote, mayTellVote } from "./policy.ts";
import type { Scene } from "./stages.ts";
import { levelOf } from "./store.ts";
import { bench } from "./summoning.ts";
import { settleJuror, tellThose } from "./tell.ts";

/** The whole bench hears that there is one vote more; nobody hears whose. */
async function tellBench(scene: Scene): Promise<void> {
  const jurors = await bench(scene);
  await tellThose(
    scene.tx,
    scene.dispute,
    jurors.map(({ participantId }) => participantId),
  );
}

/** Commits to a vote; nobody can read from it what it is. */
export async function commitVote(deps: Deps, call: Call<typeof commitContract>) {
  const { standing, body } = call;
  return inCase(deps, call, async (scene) => {
    const { tx, dispute } = scene;
    const seats = await seatsOf(scene, standing);
    if (!mayCommitVote(dispute, seats)) refuseNow(hasSeat(seats), dispute);
    await refusePartial(scene, standing);
    const { participantId } = standing;
    await updateJuror(tx.db, levelOf(dispute), { participantId, commitment: body.commitment });
    await settleJuror(tx, dispute, participantId);
    await tellBench(scene);
  });
}

/** Tells the vote that one committed to, with the reasons for it. */
export async function tellVote(deps: Deps, call: Call<typeof tellContract>) {
  const { standing, body } = call;
  return inCase(deps, call, async (scene) => {
    const { tx, dispute, now } = scene;
    const seats = await seatsOf(scene, standing);
    const seat = seats.find(({ level }) => level === dispute.level);
    if (!seat || !mayTellVote(dispute, seats)) {
      const isTold = dispute.stage === "revealing" && seat?.choice;
      if (isTold) throw new Refusal("stage-forbids", because("told-already"));
      return refuseNow(hasSeat(seats), dispute);
    }
    const ids = levelOf(dispute);
    const { choice, salt, reason } = body;
    const vote = { ...ids, juror: seat.pseudonym, choice, salt };
    if (!opensVote(seat.commitment ?? "", vote)) {
      refuseField("not-committed", "salt", because("other-commitment"));
    }
    const { participantId } = standing;
    await updateJuror(tx.db, ids, { participantId, choice, reason, votedAt: now });
    await settleJuror(tx, dispute, participantId);
    await tellBench(scene);
  });
}
