import {
  moderationLimits,
  type undoModerationAction as contract,
} from "#shared/contract/moderation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { findAction } from "./action-store.ts";
import { isForBetter, isOwnCase, mayUndo, officeOf } from "./policy.ts";
import { ownCase, refuseOwnCase } from "./own-case.ts";
import { undo } from "./revert.ts";
import { lockSubject } from "./store.ts";
import { placeOf } from "./subjects.ts";
import { viewAction } from "./view-actions.ts";

/** Takes one's own action back. */
export async function undoAction(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, once } = call;
  const { communityId } = params;
  return deps.transact(async (tx) => {
    const found = await findAction(tx.db, params);
    if (!found) throw new Refusal("not-found");
    const subject = { kind: found.subjectKind, id: found.subjectId };
    await lockSubject(tx.db, subject);
    const { debate } = await placeOf(tx.db, standing, { communityId, subject });
    if (officeOf(standing, debate) === null) {
      throw new Refusal("not-allowed", because("moderators-only"));
    }
    const action = await findAction(tx.db, params);
    if (!action) throw new Refusal("not-found");
    if (isOwnCase(standing, action)) refuseOwnCase("own-content");
    // Who is a side of a dispute about it gives in, and does not take back what was done for the other.
    if (isForBetter(action))
      refuseOwnCase(await ownCase(tx.db, standing, { ...action, subject, flagCount: 0 }));
    if (action.state !== "in-force") throw new Refusal("changed-since");
    if (!mayUndo(standing, action, deps.clock())) {
      const why = because("undo-your-own", { hours: moderationLimits.undoHours });
      throw new Refusal("not-allowed", why);
    }
    const undone = await undo(deps, tx, { action, byId: standing.participantId, standing });
    return viewAction(deps, tx.db, { standing, action: undone });
  }, once);
}
