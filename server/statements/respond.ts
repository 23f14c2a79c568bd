import { debateRoom } from "#shared/contract/event.ts";
import {
  phasesToRespond,
  type respond as contract,
  responsesCounted,
} from "#shared/contract/statements.ts";
import type { Deps } from "../deps.ts";
import { readableDebate } from "../debates/public.ts";
import { createBatch } from "../platform/batch.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { type GivenResponse, type RespondedStatement, saveResponses } from "./response-store.ts";
import { countDebate } from "./store.ts";

/**
 * Agree, disagree or pass. Responses that arrive together share one statement and one commit; each is answered after
 * it. Giving the same response again changes nothing.
 */
export function responding(deps: Deps) {
  // A statement's counts are held until the commit: a second run at the same time would only wait for the first.
  const save = createBatch<GivenResponse, RespondedStatement | undefined>(
    (given) => saveResponses(deps.db, given, phasesToRespond),
    { lanes: 1 },
  );

  return async ({ standing, params, body }: Call<typeof contract>) => {
    const { participantId } = standing;
    const saved = await save({ ...params, participantId, value: body.value });
    if (!saved?.isShown) throw new Refusal("not-found");
    if (!saved.isOpen) {
      await readableDebate(deps, standing, params);
      throw new Refusal("phase-forbids");
    }
    if (saved.isWithdrawn) throw new Refusal("withdrawn");
    const { agrees, disagrees, passes } = saved;
    const { communityId, debateId, statementId } = params;
    const ids = { communityId, debateId };
    deps.hub.fold(responsesCounted, debateRoom(ids), async () => ({
      ...ids,
      ...(await countDebate(deps.db, ids)),
    }));
    return { statementId, value: body.value, counts: { agrees, disagrees, passes } };
  };
}
