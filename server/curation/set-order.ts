import type { setOrder as contract } from "#shared/contract/curation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { beginCurating, put } from "./curating.ts";
import { countEdgesBelow, countPositions, findClaimState, hasPosition } from "./store.ts";

/** Sets in which order positions are read, or what is below one of them or below a claim. */
export async function setOrder(deps: Deps, call: Call<typeof contract>) {
  const { params, body, once } = call;
  const { debateId, targetId } = params;
  const { ids } = body;
  return deps.transact(async (tx) => {
    const scene = await beginCurating(tx, call);
    const ofPositions = targetId === debateId;
    if (!ofPositions) {
      const isThere =
        (await hasPosition(tx.db, params, targetId)) ||
        (await findClaimState(tx.db, params, targetId)) !== undefined;
      if (!isThere) throw new Refusal("not-found");
    }
    const known = ofPositions
      ? await countPositions(tx.db, params, ids)
      : await countEdgesBelow(tx.db, params, { targetId, ids });
    if (known !== ids.length) {
      const why = because(ofPositions ? "no-such-position" : "no-such-edge");
      refuseField("invalid-request", "ids", why);
    }
    const part = { kind: "order" as const, subjectId: targetId, values: ids };
    return put(scene, part, { aboutId: ofPositions ? null : targetId });
  }, once);
}
