import type { setStatementMode as contract } from "#shared/contract/statement-care.ts";
import {
  changeStatementMode,
  checkStatementCarer,
  readableDebate,
  viewDebate,
} from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { letGo } from "./by-the-clock.ts";
import { awaitingApproval, findItem } from "./item-store.ts";
import { lockSubject } from "./store.ts";

/**
 * Has new statements shown at once, or once they are approved. Both ways at any time: what waits is shown as soon as they
 * are open, and what stands stays when they are no longer, as people have answered it.
 */
export async function setStatementMode(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId } = params;
  const { mode, reason } = body;
  return deps.transact(async (tx) => {
    const debate = await readableDebate({ db: tx.db }, standing, params);
    checkStatementCarer(standing, debate);
    if (await changeStatementMode(tx, params, mode)) {
      await tx.act({
        communityId,
        kind: "moderation.statement-mode-set",
        actor: standing.participantId,
        subject: debateId,
        payload: { mode },
        words: { reason },
      });
      const waiting = mode === "open" ? await awaitingApproval(tx.db, params) : [];
      for (const { id: itemId, subjectKind: kind, subjectId: id } of waiting) {
        await lockSubject(tx.db, { kind, id });
        const item = await findItem(tx.db, { communityId, itemId });
        if (item?.status === "open") await letGo(deps, tx, item);
      }
    }
    return viewDebate(tx.db, standing, params);
  }, once);
}
