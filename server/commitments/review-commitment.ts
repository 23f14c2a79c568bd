import type { reviewCommitment as contract } from "#shared/contract/commitments.ts";
import { moveByCommitment } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { lockedPlace } from "./place.ts";
import { canReview, isOwner, mayCare, type Place } from "./policy.ts";
import { standingsOf } from "./standing.ts";
import { type CommitmentRow, findCommitment, updateCommitment } from "./store.ts";
import { notifyOf, settleAsked, tell, tellFollowers } from "./tell.ts";
import { viewCommitment } from "./view.ts";

type Body = Call<typeof contract>["body"];

/** Says what came of a promise, and takes the debate up again where that is wanted. */
export async function reviewCommitment(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  return deps.transact(async (tx) => {
    const place = await lockedPlace(tx, params);
    const { commitment, debate } = place;
    if (!mayCare(standing, debate)) throw new Refusal("not-allowed", because("commitment-carers"));
    if (isOwner(standing, commitment)) throw new Refusal("own-case", because("own-promise"));
    const view = (row: CommitmentRow) => viewCommitment({ ...deps, db: tx.db }, standing, row);
    if (!canReview(place)) throw new Refusal("commitment-forbids", whyNot(place));
    if (commitment.version !== body.version) throw new Refusal("stale-version");
    const now = deps.clock();
    await checkOutcome(tx, commitment, { body, now });
    const reopened =
      body.reopens &&
      (await reopen(tx, commitment, { actorId: standing.participantId, reason: body.words }));
    await updateCommitment(tx.db, params, {
      review: body.outcome,
      reviewWords: body.words,
      reviewedById: standing.participantId,
      reviewedAt: now,
      reopened,
    });
    await tx.act({
      communityId: params.communityId,
      kind: "commitment.reviewed",
      actor: standing.participantId,
      subject: params.commitmentId,
      payload: { outcome: body.outcome, reopened },
      words: { words: body.words },
    });
    const row = (await findCommitment(tx.db, params)) ?? commitment;
    await settleAsked(tx, row);
    await notifyOf(tx, row, { what: "reviewed", to: [row.ownerId] });
    await tellFollowers(tx, row, {
      what: "reviewed",
      besides: [row.ownerId, standing.participantId],
    });
    await tell(tx, row);
    return view(row);
  }, once);
}

const whyNot = ({ parent, commitment }: Place) => {
  if (parent) return because("review-of-whole");
  return because(commitment.answer === "accepted" ? "promise-over" : "promise-first");
};

/** What worked is done in full, and its debate is over. */
async function checkOutcome(
  tx: Tx,
  commitment: CommitmentRow,
  { body, now }: { readonly body: Body; readonly now: Date },
): Promise<void> {
  if (body.outcome !== "worked") return;
  if (body.reopens) refuseField("invalid-request", "reopens", because("worked-is-over"));
  const rows = [commitment];
  const stands = await standingsOf(tx.db, commitment.communityId, { rows, now });
  if (stands.get(commitment.id)?.progress !== 100) {
    refuseField("commitment-forbids", "outcome", because("worked-when-done"));
  }
}

async function reopen(
  tx: Tx,
  { communityId, debateId }: CommitmentRow,
  why: { readonly actorId: string; readonly reason: string },
): Promise<boolean> {
  if (debateId === null) return false;
  return moveByCommitment(tx, { communityId, debateId, to: "deliberation", ...why });
}
