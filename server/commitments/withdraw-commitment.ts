import type { withdrawCommitment as contract } from "#shared/contract/commitments.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { lockedPlace } from "./place.ts";
import { canWithdraw, mayCare } from "./policy.ts";
import { findCommitment, updateCommitment } from "./store.ts";
import { settleAsked, tell } from "./tell.ts";
import { viewCommitment } from "./view.ts";

/** Withdraws what nobody has said yes to; with a whole its parts. */
export async function withdrawCommitment(
  deps: Deps,
  { standing, params, once }: Call<typeof contract>,
) {
  return deps.transact(async (tx) => {
    const place = await lockedPlace(tx, params);
    const { commitment, debate } = place;
    if (!mayCare(standing, debate)) throw new Refusal("not-allowed", because("commitment-carers"));
    const reader = { ...deps, db: tx.db };
    if (commitment.withdrawnAt !== null) return viewCommitment(reader, standing, commitment);
    if (!canWithdraw(place)) throw new Refusal("commitment-forbids", because("promise-stands"));
    await updateCommitment(tx.db, params, { withdrawnAt: deps.clock() });
    await tx.act({
      communityId: params.communityId,
      kind: "commitment.withdrawn",
      actor: standing.participantId,
      subject: params.commitmentId,
      payload: {},
    });
    await settleAsked(tx, commitment);
    await tell(tx, commitment);
    const row = (await findCommitment(tx.db, params)) ?? commitment;
    return viewCommitment(reader, standing, row);
  }, once);
}
