import type { createDebate as contract } from "#shared/contract/debates.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { saveDebate } from "./store.ts";
import { viewDebate } from "./view.ts";

/** Asks a question: to oneself and the moderators as a draft, or to everybody at once. */
export async function createDebate(deps: Deps, { standing, body, once }: Call<typeof contract>) {
  const { communityId, participantId: authorId } = standing;
  const debateId = deps.random.id();
  return deps.transact(async (tx) => {
    await saveDebate(tx.db, { communityId, id: debateId, authorId, ...body });
    if (body.phase !== "draft") {
      const kind = "debate.created";
      await tx.act({ communityId, kind, actor: authorId, subject: debateId, payload: {} });
    }
    return viewDebate(tx.db, standing, { communityId, debateId });
  }, once);
}
