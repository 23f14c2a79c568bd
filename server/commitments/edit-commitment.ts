import type { editCommitment as contract } from "#shared/contract/commitments.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { lockedPlace } from "./place.ts";
import { canChange, mayCare, type Place } from "./policy.ts";
import { type CommitmentRow, findCommitment, partsOf, updateCommitment } from "./store.ts";
import { notifyOf, settleAsked, tell } from "./tell.ts";
import { checkTerms } from "./terms.ts";
import { viewCommitment } from "./view.ts";

type Body = Call<typeof contract>["body"];

/** Changes what nobody has said yes to, or hands on what lost its owner: who owns it then is asked anew. */
export async function editCommitment(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  return deps.transact(async (tx) => {
    const place = await lockedPlace(tx, params);
    const { commitment, debate } = place;
    if (!mayCare(standing, debate)) throw new Refusal("not-allowed", because("commitment-carers"));
    if (!canChange(place)) throw new Refusal("commitment-forbids", because("promise-stands"));
    if (commitment.version !== body.version) throw new Refusal("stale-version");
    const wanted = wantedOf(place, body);
    await check(tx, place, { wanted, now: deps.clock() });
    await updateCommitment(tx.db, params, {
      ...wanted,
      answer: null,
      answerReason: "",
      answeredAt: null,
      remindedAt: null,
      overdueToldAt: null,
      reviewToldAt: null,
    });
    const row = (await findCommitment(tx.db, params)) ?? commitment;
    await enter(tx, row, standing.participantId);
    await settleAsked(tx, row);
    await notifyOf(tx, row, { what: "asked", to: [row.ownerId], waits: true });
    await tell(tx, row);
    return viewCommitment({ ...deps, db: tx.db }, standing, row);
  }, once);
}

type Wanted = Pick<
  CommitmentRow,
  "title" | "criterion" | "ownerId" | "budget" | "weight" | "dueAt" | "reviewAt"
>;

/** What it is to say from now on. A part has no review, budget and no whole has a weight. */
function wantedOf({ commitment, parent }: Place, body: Body): Wanted {
  const { title, criterion, ownerId, dueAt, reviewAt, budget, weight } = body;
  if (parent && reviewAt !== undefined) {
    refuseField("invalid-request", "reviewAt", because("review-of-whole"));
  }
  return {
    title: title ?? commitment.title,
    criterion: criterion ?? commitment.criterion,
    ownerId: ownerId ?? commitment.ownerId,
    budget: budget === undefined ? commitment.budget : budget,
    weight: weight ?? commitment.weight,
    dueAt: dueAt === undefined ? commitment.dueAt : new Date(dueAt),
    reviewAt: reviewAt === undefined ? commitment.reviewAt : new Date(reviewAt),
  };
}

async function check(
  tx: Tx,
  { commitment, parent }: Place,
  { wanted, now }: { readonly wanted: Wanted; readonly now: Date },
): Promise<void> {
  const { communityId, id } = commitment;
  const wholeDueAt = parent?.dueAt ?? null;
  await checkTerms(tx.db, communityId, { all: [{ at: "", ...wanted, wholeDueAt }], now });
  const parts = await partsOf(tx.db, communityId, [id]);
  const isTooEarly = parts.some((part) => !part.withdrawnAt && part.dueAt > wanted.dueAt);
  if (isTooEarly) refuseField("invalid-request", "dueAt", because("part-after-whole"));
}

async function enter(tx: Tx, row: CommitmentRow, actor: string): Promise<void> {
  const { communityId, id, title, criterion, ownerId, weight } = row;
  await tx.act({
    communityId,
    kind: "commitment.changed",
    actor,
    subject: id,
    payload: { owner: ownerId, dueAt: row.dueAt.toISOString(), weight },
    words: { title, criterion },
  });
}
