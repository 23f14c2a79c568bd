import type { answerCommitment as contract } from "#shared/contract/commitments.ts";
import { moveByCommitment } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { lockedPlace } from "./place.ts";
import { canAnswer, isOwner } from "./policy.ts";
import { type CommitmentRow, findCommitment, partsOf, updateCommitment } from "./store.ts";
import { notifyOf, settleAsked, tell } from "./tell.ts";
import { viewCommitment } from "./view.ts";

/** Says yes or no to what one is asked to commit to; to one's own parts of it too, as they were read together. */
export async function answerCommitment(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  const answer = body.accept ? "accepted" : "declined";
  return deps.transact(async (tx) => {
    const place = await lockedPlace(tx, params);
    const { commitment } = place;
    if (!isOwner(standing, commitment)) throw new Refusal("not-allowed", because("promise-owner"));
    const view = (row: CommitmentRow) => viewCommitment({ ...deps, db: tx.db }, standing, row);
    // Said twice is said once.
    if (commitment.answer === answer) return view(commitment);
    if (!canAnswer(place)) throw new Refusal("commitment-forbids", because("promise-answered"));
    if (commitment.version !== body.version) throw new Refusal("stale-version");
    const parts = await partsOf(tx.db, params.communityId, [params.commitmentId]);
    const alsoMine = parts.filter(
      (part) =>
        part.ownerId === commitment.ownerId && part.answer === null && part.withdrawnAt === null,
    );
    const said = { answer, answerReason: body.reason, answeredAt: deps.clock() } as const;
    for (const { communityId, id: commitmentId } of [commitment, ...alsoMine]) {
      await updateCommitment(tx.db, { communityId, commitmentId }, said);
    }
    const row = (await findCommitment(tx.db, params)) ?? commitment;
    await enter(tx, row, [commitment, ...alsoMine]);
    await settleAsked(tx, row);
    await notifyOf(tx, row, { what: answer, to: [row.proposerId] });
    if (body.accept) await followUp(tx, row);
    await tell(tx, row);
    return view(row);
  }, once);
}

async function enter(tx: Tx, row: CommitmentRow, all: readonly CommitmentRow[]): Promise<void> {
  const { communityId, id, ownerId, answer, version, answerReason } = row;
  await tx.act({
    communityId,
    kind: `commitment.${answer === "accepted" ? "accepted" : "declined"}`,
    actor: ownerId,
    subject: id,
    payload: { version, parts: all.slice(1).map((part) => part.id) },
    words: { reason: answerReason },
  });
}

/** The first yes brings a decided debate to its follow-up. */
async function followUp(tx: Tx, { communityId, debateId, ownerId, title }: CommitmentRow) {
  if (debateId === null) return;
  const to = "followup";
  await moveByCommitment(tx, { communityId, debateId, to, actorId: ownerId, reason: title });
}
