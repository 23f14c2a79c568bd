import { claimLinked, type linkClaim as contract } from "#shared/contract/structure.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { wouldStandBelowItself } from "./ancestry.ts";
import { findTarget, hasClaimAt, lockClaim, placesOf } from "./claim-store.ts";
import { edgeView } from "./claim-view.ts";
import { edgesOf } from "./outline-store.ts";
import { mayAddClaim, mayPlace } from "./policy.ts";
import { lockPlaces } from "./revision-store.ts";
import { touchDebate } from "./store.ts";
import { saveEdge } from "./structure-store.ts";
import { debateToWriteIn, refuseDuplicate } from "./writing.ts";

/** Lets a claim stand at one more place of its debate. */
export async function linkClaim(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId, claimId } = params;
  return deps.transact(async (tx) => {
    const debate = await debateToWriteIn(tx, call, mayAddClaim);
    // One at a time in a debate: two links that are each sound could make a circle together.
    await lockPlaces(tx.db, [debateId, body.target.id]);
    const claim = await lockClaim(tx.db, params);
    if (!claim) throw new Refusal("not-found");
    if (!mayPlace(standing, debate, claim)) {
      throw new Refusal("not-allowed", because("placers-only"));
    }
    if (claim.withdrawnAt !== null) throw new Refusal("withdrawn");
    await checkTarget(tx, call, claim.text);
    const row = await saveEdge(tx.db, {
      communityId,
      debateId,
      claimId,
      id: deps.random.id(),
      side: body.side,
      targetKind: body.target.kind,
      targetId: body.target.id,
    });
    const edge = edgeView(row);
    await touchDebate(tx.db, params);
    await tx.record(claimLinked, { communityId, debateId, edge });
    await tx.act({
      communityId,
      kind: "claim.linked",
      actor: standing.participantId,
      subject: claimId,
      payload: { edgeId: edge.id, side: edge.side, targetId: edge.targetId },
    });
    return edge;
  }, once);
}

/** It must be there and stand, not below the claim itself, and not say the same already. */
async function checkTarget(
  tx: Tx,
  { params, body: { target } }: Call<typeof contract>,
  text: string,
): Promise<void> {
  const found = await findTarget(tx.db, params, target);
  if (!found) refuseField("not-found", "target/id", because(`no-such-${target.kind}`));
  if (found.withdrawnAt !== null) throw new Refusal("withdrawn", because("target-withdrawn"));
  if ((await placesOf(tx.db, params)).includes(target.id)) {
    refuseField("duplicate-text", "target/id", because("stands-there"));
  }
  const { communityId, claimId } = params;
  if (wouldStandBelowItself(await edgesOf(tx.db, params), { claimId, target })) {
    refuseField("invalid-request", "target/id", because("below-itself"));
  }
  refuseDuplicate(await hasClaimAt(tx.db, { communityId, targetIds: [target.id] }, { text }));
}
