import {
  type findWellPut as findContract,
  type takeBackWellPut as takeBackContract,
  wellPutChanged,
} from "#shared/contract/comments.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { lockClaim } from "../claim-store.ts";
import { mayRate } from "../policy.ts";
import type { DebateIds } from "../store.ts";
import { checkStands, debateToWriteIn } from "../writing.ts";
import { countWellPut, dropAcknowledgement, saveAcknowledgement } from "./acknowledgement-store.ts";
import { lockComment } from "./comment-store.ts";

/** Finds something that another said well put. */
export const findWellPut = (deps: Deps, call: Call<typeof findContract>) =>
  acknowledge(deps, call, saveAcknowledgement);

/** Finds it well put no longer. */
export const takeBackWellPut = (deps: Deps, call: Call<typeof takeBackContract>) =>
  acknowledge(deps, call, dropAcknowledgement);

async function acknowledge(
  deps: Deps,
  call: Call<typeof findContract>,
  change: typeof saveAcknowledgement,
) {
  const { standing, params, once } = call;
  const { communityId, debateId, subjectId } = params;
  const { participantId } = standing;
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayRate);
    const { claimId, authorId } = await lockSubject(tx, params);
    if (authorId === participantId) throw new Refusal("not-allowed", because("others-acknowledge"));
    await change(tx.db, { communityId, debateId, claimId, subjectId, participantId });
    const counts = await countWellPut(tx.db, { communityId, debateId, subjectIds: [subjectId] });
    const count = counts.get(subjectId) ?? 0;
    await tx.record(wellPutChanged, { communityId, debateId, claimId, subjectId, count });
    return { subjectId, count };
  }, once);
}

/** The claim or comment, which stands, held so that of two who count the second counts both. */
async function lockSubject(tx: Tx, params: DebateIds & { readonly subjectId: string }) {
  const { subjectId } = params;
  const claim = await lockClaim(tx.db, { ...params, claimId: subjectId });
  const subject = claim ?? (await lockComment(tx.db, { ...params, commentId: subjectId }));
  if (!subject) throw new Refusal("not-found");
  checkStands(subject);
  return {
    authorId: subject.authorId,
    claimId: "claimId" in subject ? subject.claimId : subjectId,
  };
}
