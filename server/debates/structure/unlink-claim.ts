import { placeOf } from "#shared/argument/arrangement.ts";
import type { unlinkClaim as contract } from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import { arrange, beginArranging, checkSound, claimToArrange } from "./arrange.ts";
import { edgeIn } from "./places.ts";

/** Takes a claim away from one of its places; it keeps at least one, and nothing that objects to it there hangs in the air. */
export async function unlinkClaim(deps: Deps, call: Call<typeof contract>) {
  const { params, once } = call;
  return deps.transact(async (tx) => {
    const scene = await beginArranging(tx, call);
    const edge = edgeIn(scene, params.edgeId);
    const { claimId } = edge;
    await claimToArrange(tx, call, { debate: scene.debate, claimId });
    if (scene.edges.filter((one) => one.claimId === claimId).length < 2) {
      throw new Refusal("has-replies", because("only-place"));
    }
    const edges = [{ id: edge.id, before: placeOf(edge), after: null }];
    checkSound(scene, edges);
    const change = { kind: "unlinked" as const, claimId, does: { edges } };
    return arrange(deps, tx, { asked: call, change });
  }, once);
}
