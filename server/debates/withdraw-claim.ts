import { claimWithdrawn, type withdrawClaim as contract } from "#shared/contract/claims.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { lockClaim, markClaimWithdrawn } from "./claim-store.ts";
import { claimView } from "./claim-view.ts";
import { mayAddClaim } from "./policy.ts";
import { checkAuthor, debateToWriteIn, enterWithdrawal } from "./writing.ts";

/** Withdraws a claim; its place, and what others replied, stays. */
export async function withdrawClaim(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, once } = call;
  const { communityId, debateId } = params;
  return deps.transact(async (tx) => {
    const debate = await debateToWriteIn(tx, call, mayAddClaim);
    const before = await lockClaim(tx.db, params);
    if (!before) throw new Refusal("not-found");
    checkAuthor(standing, before);
    if (before.withdrawnAt !== null) return claimView(before);
    const claim = claimView(await markClaimWithdrawn(tx.db, params));
    await enterWithdrawal(tx, { debate, standing, what: "claim", id: params.claimId });
    await tx.record(claimWithdrawn, { communityId, debateId, claim });
    return claim;
  }, once);
}
