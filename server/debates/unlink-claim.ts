import { claimUnlinked, type unlinkClaim as contract } from "#shared/contract/structure.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { findClaim, placesOf } from "./claim-store.ts";
import { mayAddClaim, mayPlace } from "./policy.ts";
import { lockPlaces } from "./revision-store.ts";
import { touchDebate } from "./store.ts";
import { deleteEdge, isBuiltOn, lockEdge } from "./structure-store.ts";
import { debateToWriteIn } from "./writing.ts";

/** Takes a claim away from one of its places; it keeps at least one, and what others built stays. */
export async function unlinkClaim(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, once } = call;
  const { communityId, debateId, edgeId } = params;
  return deps.transact(async (tx) => {
    const debate = await debateToWriteIn(tx, call, mayAddClaim);
    // The edge's own place is locked as well: nobody answers to it meanwhile.
    await lockPlaces(tx.db, [debateId, edgeId]);
    const edge = await lockEdge(tx.db, params);
    const claim = edge && (await findClaim(tx.db, { ...params, claimId: edge.claimId }));
    if (!claim) throw new Refusal("not-found");
    if (!mayPlace(standing, debate, claim)) {
      throw new Refusal("not-allowed", because("placers-only"));
    }
    const places = await placesOf(tx.db, { communityId, claimId: claim.id });
    if (places.length < 2) throw new Refusal("has-replies", because("only-place"));
    if (await isBuiltOn(tx.db, edge)) throw new Refusal("has-replies", because("place-built-on"));
    await deleteEdge(tx.db, edge);
    await touchDebate(tx.db, params);
    await tx.record(claimUnlinked, { communityId, debateId, edgeId });
    await tx.act({
      communityId,
      kind: "claim.unlinked",
      actor: standing.participantId,
      subject: claim.id,
      payload: { edgeId, side: edge.side, targetId: edge.targetId },
    });
  }, once);
}
