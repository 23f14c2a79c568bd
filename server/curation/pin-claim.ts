import type {
  pinClaim as pinContract,
  unpinClaim as unpinContract,
} from "#shared/contract/curation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { beginCurating, checkClaim, checkRoomForPin, put } from "./curating.ts";
import { valuesOf } from "./store.ts";

/** Shows a claim above the outline. */
export async function pinClaim(deps: Deps, call: Call<typeof pinContract>) {
  const { params, once } = call;
  const { claimId } = params;
  return deps.transact(async (tx) => {
    const scene = await beginCurating(tx, call);
    await checkClaim(scene, claimId);
    const part = { kind: "pin" as const, subjectId: claimId, values: ["pinned"] };
    const isPinned = (await valuesOf(tx.db, params, part)).length > 0;
    if (!isPinned) await checkRoomForPin(scene);
    return put(scene, part, { aboutId: claimId });
  }, once);
}

/** Shows it at its place alone; also what was withdrawn meanwhile. */
export async function unpinClaim(deps: Deps, call: Call<typeof unpinContract>) {
  const { params, once } = call;
  const { claimId } = params;
  return deps.transact(async (tx) => {
    const scene = await beginCurating(tx, call);
    return put(scene, { kind: "pin", subjectId: claimId, values: [] }, { aboutId: claimId });
  }, once);
}
