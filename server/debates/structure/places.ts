import type { TargetKind } from "#shared/contract/claims.ts";
import { because, Refusal, refuseField } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { type ClaimRow, findTarget, hasClaimAt } from "../claim-store.ts";
import { checkStands, refuseDuplicate } from "../writing.ts";
import type { Scene } from "./arrange.ts";

/** An edge that stands. */
export function edgeIn({ edges }: Scene, edgeId: string) {
  const edge = edges.find(({ id }) => id === edgeId);
  if (!edge) throw new Refusal("not-found");
  return edge;
}

/** What a claim shall speak to must be there and stand, and nobody say the same there already. */
export async function checkNewPlace(
  tx: Tx,
  claim: ClaimRow,
  target: { readonly kind: TargetKind; readonly id: string },
): Promise<void> {
  const { communityId } = claim;
  const found = await findTarget(tx.db, claim, target);
  if (!found) refuseField("not-found", "target/id", because(`no-such-${target.kind}`));
  if (found.withdrawnAt !== null) throw new Refusal("withdrawn", because("target-withdrawn"));
  checkStands(found);
  const place = { communityId, targetIds: [target.id] };
  refuseDuplicate(await hasClaimAt(tx.db, place, { text: claim.text, except: claim.id }));
}
