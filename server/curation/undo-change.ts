import type { undoCurationChange as contract } from "#shared/contract/curation.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { findChange, markUndone } from "./change-store.ts";
import { act, beginAppointing, beginCurating, checkRoomForPin, putBack } from "./curating.ts";

/** Takes a change of the curation back, where it has not changed again since. */
export async function undoChange(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, once } = call;
  return deps.transact(async (tx) => {
    await readableDebate({ db: tx.db }, standing, params);
    const found = await findChange(tx.db, params);
    if (!found) throw new Refusal("not-found");
    const begin = found.kind === "facilitator" ? beginAppointing : beginCurating;
    const scene = await begin(tx, call);
    // Read again under the lock: somebody may have taken it back meanwhile.
    const change = await findChange(tx.db, params);
    if (change?.undoneAt !== null) {
      throw new Refusal("changed-since", because("undone-already"));
    }
    const { kind, before, after } = change;
    // A summary goes back by restoring a version, which says what it was.
    if (kind === "summary") throw new Refusal("changed-since", because("restore-instead"));
    if (kind === "pin" && before.length > 0) await checkRoomForPin(scene);
    const slot = { kind, subjectId: change.subjectId };
    const part = await putBack(scene, slot, { from: after, to: before });
    await markUndone(tx.db, params, standing.participantId);
    await act(scene, slot);
    return part;
  }, once);
}
