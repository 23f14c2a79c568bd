import { evidenceWithdrawn, type withdrawEvidence as contract } from "#shared/contract/evidence.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { lockEvidence, markEvidenceWithdrawn } from "./evidence-store.ts";
import { mayAddClaim } from "./policy.ts";
import { checkAuthor, debateToWriteIn, enterWithdrawal } from "./writing.ts";

/** Takes a source away. */
export async function withdrawEvidence(
  deps: Deps,
  call: Call<typeof contract>,
): Promise<undefined> {
  const { standing, params, once } = call;
  const { communityId, debateId, evidenceId } = params;
  return deps.transact(async (tx): Promise<undefined> => {
    const debate = await debateToWriteIn(tx, call, mayAddClaim);
    const before = await lockEvidence(tx.db, params);
    if (!before) throw new Refusal("not-found");
    checkAuthor(standing, before);
    if (before.withdrawnAt !== null) return;
    await markEvidenceWithdrawn(tx.db, params);
    await enterWithdrawal(tx, { debate, standing, what: "source", id: evidenceId });
    const { claimId } = before;
    await tx.record(evidenceWithdrawn, { communityId, debateId, evidenceId, claimId });
  }, once);
}
