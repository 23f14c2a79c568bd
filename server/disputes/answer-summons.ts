import type { answerSummons as contract } from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { inCase, refusePartial, seatsOf } from "./in-case.ts";
import { updateJuror } from "./jury-store.ts";
import { mayAnswerSummons } from "./policy.ts";
import { levelOf } from "./store.ts";
import { bench, replaceJuror } from "./summoning.ts";
import { askJuror, settleJuror, tell, tellThose } from "./tell.ts";

/** Takes a seat, or leaves it to the next. */
export async function answerSummons(deps: Deps, call: Call<typeof contract>) {
  const { standing, body } = call;
  return inCase(deps, call, async (scene) => {
    const { tx, dispute } = scene;
    const seats = await seatsOf(scene, standing);
    const seat = seats.find(({ level, status }) => level === dispute.level && status === "invited");
    if (!seat || !mayAnswerSummons(dispute, seats)) {
      if (seats.length === 0) throw new Refusal("not-in-case");
      throw new Refusal("stage-forbids", because("summons-over"));
    }
    if (!body.accept) return replaceJuror(scene, seat, "declined");
    await refusePartial(scene, standing);
    const { participantId } = standing;
    await updateJuror(tx.db, levelOf(dispute), {
      participantId,
      status: "serving",
      dueAt: null,
      declaration: body.declaration,
    });
    await settleJuror(tx, dispute, participantId);
    if (dispute.stage === "voting") await askJuror(tx, dispute, { participantId, what: "vote" });
    await tellThose(
      tx,
      dispute,
      (await bench(scene)).map((juror) => juror.participantId),
    );
    await tell(tx, dispute);
  });
}
