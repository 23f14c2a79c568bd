import type {
  highlightClaim as highlightContract,
  removeHighlight as removeContract,
} from "#shared/contract/curation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { beginCurating, checkClaim, put } from "./curating.ts";
import { hasPosition, speaksTo, valuesOf } from "./store.ts";

/** Calls a claim the strongest on its side of a position; the one before is so no more. */
export async function highlightClaim(deps: Deps, call: Call<typeof highlightContract>) {
  const { params, body, once } = call;
  const { positionId, side } = params;
  const { claimId } = body;
  return deps.transact(async (tx) => {
    const scene = await beginCurating(tx, call);
    if (!(await hasPosition(tx.db, params, positionId))) throw new Refusal("not-found");
    if (!(await speaksTo(tx.db, params, { claimId, positionId, side }))) {
      refuseField("invalid-request", "claimId", because("not-on-that-side"));
    }
    await checkClaim(scene, claimId);
    return put(
      scene,
      { kind: side, subjectId: positionId, values: [claimId] },
      { aboutId: claimId },
    );
  }, once);
}

export async function removeHighlight(deps: Deps, call: Call<typeof removeContract>) {
  const { params, once } = call;
  const { positionId, side } = params;
  return deps.transact(async (tx) => {
    const scene = await beginCurating(tx, call);
    if (!(await hasPosition(tx.db, params, positionId))) throw new Refusal("not-found");
    const slot = { kind: side, subjectId: positionId };
    const [claimId = null] = await valuesOf(tx.db, params, slot);
    return put(scene, { ...slot, values: [] }, { aboutId: claimId });
  }, once);
}
