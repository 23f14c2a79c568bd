import type {
  pinClaim as pinContract,
  unpinClaim as unpinContract,
} from "#shared/contract/curation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import {
  type Asked,
  beginCurating,
  checkClaim,
  checkRoomForPin,
  put,
  type Scene,
} from "./curating.ts";
import { valuesOf } from "./store.ts";

/** Shows a claim above the outline. */
export async function pinClaim(deps: Deps, call: Call<typeof pinContract>) {
  const { params, once } = call;
  const { claimId } = params;
  return deps.transact(async (tx) => {
    const scene = await beginCurating(tx, call);
    await checkClaim(scene, claimId);
    if (!(await isPinned(scene, claimId))) await checkRoomForPin(scene);
    return put(scene, pinned(claimId), { aboutId: claimId });
  }, once);
}

const pinned = (claimId: string) => ({
  kind: "pin" as const,
  subjectId: claimId,
  values: ["pinned"],
});

async function isPinned({ tx, ids }: Scene, claimId: string): Promise<boolean> {
  return (await valuesOf(tx.db, ids, pinned(claimId))).length > 0;
}

export interface Pinning extends Asked {
  readonly claimId: string;
}

/** Pins a claim in the transaction of a moderator's action, which is taken back with it: what is pinned is refused. */
export async function pin(tx: Tx, { claimId, ...asked }: Pinning): Promise<void> {
  const scene = await beginCurating(tx, asked);
  await checkClaim(scene, claimId);
  if (await isPinned(scene, claimId)) throw new Refusal("changed-since", because("pinned-already"));
  await checkRoomForPin(scene);
  await put(scene, pinned(claimId), { aboutId: claimId });
}

export async function unpin(tx: Tx, { claimId, ...asked }: Pinning): Promise<void> {
  const scene = await beginCurating(tx, asked);
  await put(scene, { ...pinned(claimId), values: [] }, { aboutId: claimId });
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
