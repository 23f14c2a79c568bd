import type { linkClaim as contract } from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { arrange, beginArranging, checkSound, claimToArrange } from "./arrange.ts";
import { checkNewPlace } from "./places.ts";

/** Lets a claim stand at one more place of its debate. */
export async function linkClaim(deps: Deps, call: Call<typeof contract>) {
  const { params, body, once } = call;
  const { claimId } = params;
  return deps.transact(async (tx) => {
    const scene = await beginArranging(tx, call);
    const claim = await claimToArrange(tx, call, { debate: scene.debate, claimId });
    await checkNewPlace(tx, claim, body.target);
    const after = {
      claimId,
      side: body.side,
      targetKind: body.target.kind,
      targetId: body.target.id,
    };
    const edges = [{ id: deps.random.id(), before: null, after }];
    checkSound(scene, edges);
    return arrange(deps, tx, { asked: call, change: { kind: "linked", claimId, does: { edges } } });
  }, once);
}
