import type { tagClaim as contract } from "#shared/contract/curation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { beginCurating, checkClaim, put } from "./curating.ts";

/** Says under which words a claim is found. */
export async function tagClaim(deps: Deps, call: Call<typeof contract>) {
  const { params, body, once } = call;
  const { claimId } = params;
  return deps.transact(async (tx) => {
    const scene = await beginCurating(tx, call);
    await checkClaim(scene, claimId);
    const part = { kind: "tags" as const, subjectId: claimId, values: body.tags };
    return put(scene, part, { aboutId: claimId });
  }, once);
}
