import {
  type answerPanelQuestion as answerContract,
  type askPanelExperts as askContract,
  type removePanelQuestion as removeContract,
  roomLimits,
} from "#shared/contract/panel-room.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { refuseHidden } from "../../platform/moderated.ts";
import { because, Refusal } from "../../platform/problem.ts";
import { tell } from "../tell.ts";
import { panelHeld, panelOfMine } from "./in-room.ts";
import { mayBringAnswer, mayRemoveQuestion } from "./policy.ts";
import {
  answerQuestion,
  countQuestions,
  deleteQuestion,
  findQuestion,
  saveQuestion,
} from "./room-store.ts";
import { tellExperts } from "./tell-panel.ts";
import { viewRoom } from "./view-room.ts";
import { waitsForModerators } from "./withheld-store.ts";

/** Asks those who know, as one of the panel. */
export async function askExperts({ transact, random }: Deps, call: Call<typeof askContract>) {
  const { standing, params, body, once } = call;
  return transact(async (tx) => {
    const panel = await panelOfMine(tx, call);
    if ((await countQuestions(tx.db, params)) >= roomLimits.questions) {
      throw new Refusal("not-allowed", because("panel-questions", { most: roomLimits.questions }));
    }
    const askerId = standing.participantId;
    await saveQuestion(tx.db, { ...params, id: random.id(), askerId, text: body.text });
    await tellExperts(tx, panel);
    await tell(tx, panel);
    return viewRoom(tx.db, standing, panel);
  }, once);
}

/** Enters what somebody answered, or corrects it. */
export async function answerForExpert(
  { transact, clock }: Deps,
  { standing, params, body, once }: Call<typeof answerContract>,
) {
  const { questionId, ...ids } = params;
  return transact(async (tx) => {
    const panel = await panelHeld(tx, ids);
    const question = await findQuestion(tx.db, { ...ids, id: questionId });
    if (!question) throw new Refusal("not-found");
    refuseHidden(question.moderation);
    if (!mayBringAnswer(standing, question)) {
      throw new Refusal("not-allowed", because("panel-expert-words"));
    }
    const answer = {
      expert: body.expert,
      answer: body.text,
      answeredAt: clock(),
      expertId: null,
      version: question.version + 1,
    };
    await answerQuestion(tx.db, { ...ids, id: questionId }, answer);
    await tell(tx, panel);
    return viewRoom(tx.db, standing, panel);
  }, once);
}

export async function removeQuestion(
  { transact }: Deps,
  { standing, params, once }: Call<typeof removeContract>,
) {
  const { questionId, ...ids } = params;
  return transact(async (tx) => {
    const panel = await panelHeld(tx, ids);
    const question = await findQuestion(tx.db, { ...ids, id: questionId });
    if (!question) throw new Refusal("not-found");
    refuseHidden(question.moderation);
    if (!mayRemoveQuestion(standing, question)) throw new Refusal("not-allowed");
    if (await waitsForModerators(tx.db, { ...ids, id: questionId })) {
      throw new Refusal("not-allowed", because("panel-answer-flagged"));
    }
    await deleteQuestion(tx.db, { ...ids, id: questionId });
    await tell(tx, panel);
  }, once);
}
