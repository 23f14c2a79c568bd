import type { createDebate as contract } from "#shared/contract/debates.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { checkTopic } from "../topics/public.ts";
import { savePosition } from "./position-store.ts";
import { screenQuestion } from "./screen-question.ts";
import { saveDebate } from "./store.ts";
import { viewDebate } from "./view.ts";

/** Asks a question, with first answers if there are any: to oneself and the moderators as a draft, or to everybody. */
export async function createDebate(deps: Deps, { standing, body, once }: Call<typeof contract>) {
  const { transact, random } = deps;
  const { communityId, participantId: authorId } = standing;
  const debateId = random.id();
  const { positions, ...question } = body;
  return transact(async (tx) => {
    await checkTopic(tx.db, { communityId, topic: body.topic });
    await saveDebate(tx.db, { communityId, id: debateId, authorId, ...question });
    for (const position of positions) {
      await savePosition(tx.db, { communityId, debateId, id: random.id(), authorId, ...position });
    }
    if (body.phase !== "draft") {
      const kind = "debate.created";
      await tx.act({ communityId, kind, actor: authorId, subject: debateId, payload: {} });
      await screenQuestion(deps, tx, { standing, debateId });
    }
    return viewDebate(tx.db, standing, { communityId, debateId });
  }, once);
}
