import {
  type listMarks as listContract,
  type markClaim as markContract,
  mostMarks,
  type unmarkClaim as unmarkContract,
} from "#shared/contract/marks.ts";
import type { Deps } from "../../deps.ts";
import { beginningOf, notify, saysOf } from "../../notifications/public.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import { lockClaim } from "../claim-store.ts";
import { withFacilitators } from "../facilitator-store.ts";
import { mayAddClaim, mayArrangeAll } from "../policy.ts";
import { readableDebate } from "../public.ts";
import { authorOf, checkStands, debateToWriteIn } from "../writing.ts";
import { tellMarks } from "./clear-marks.ts";
import { dropMarks, marksOf, saveMark } from "./mark-store.ts";

/** Which claims are marked for review. */
export async function listMarks(deps: Deps, { standing, params }: Call<typeof listContract>) {
  await readableDebate(deps, standing, params);
  return { items: await marksOf(deps.db, params) };
}

/** Marks somebody else's claim for review, and tells its author. */
export async function markClaim(deps: Deps, call: Call<typeof markContract>) {
  const { standing, params, once } = call;
  const { communityId, debateId, claimId, kind } = params;
  const { participantId } = standing;
  return deps.transact(async (tx) => {
    const written = await debateToWriteIn(tx, call, mayAddClaim);
    const claim = await lockClaim(tx.db, params);
    if (!claim) throw new Refusal("not-found");
    checkStands(claim);
    if (claim.authorId === participantId) {
      throw new Refusal("not-allowed", because("edit-your-own"));
    }
    const marks = await marksOf(tx.db, { communityId, debateId, claimId });
    if (marks.some((mark) => mark.kind === kind)) return;
    if (marks.length >= mostMarks) {
      throw new Refusal("marked-enough", because("most-marks", { most: mostMarks }));
    }
    await saveMark(tx.db, { communityId, debateId, claimId, kind, participantId });
    await tellMarks(tx, { communityId, debateId, claimId });
    const debate = await withFacilitators(tx.db, written);
    await notify(tx, {
      communityId,
      participantIds: [claim.authorId],
      kind: "debates.claim-marked",
      link: `/c/${standing.slug}/d/${debateId}/arguments#claim-${claimId}`,
      data: { ...saysOf(authorOf(standing)), text: beginningOf(claim.text) },
      unlessMuted: debateId,
      // Those who curate a debate mark in their office.
      unlessBlocked: mayArrangeAll(standing, debate) ? undefined : participantId,
      unlessTold: true,
    });
  }, once);
}

/** Takes a mark away: who set it may, and who curates. */
export async function unmarkClaim(deps: Deps, call: Call<typeof unmarkContract>) {
  const { standing, params, once } = call;
  const { communityId, debateId, claimId, kind } = params;
  return deps.transact(async (tx) => {
    const written = await debateToWriteIn(tx, call, mayAddClaim);
    if (!(await lockClaim(tx.db, params))) throw new Refusal("not-found");
    const marks = await marksOf(tx.db, { communityId, debateId, claimId });
    const mark = marks.find((one) => one.kind === kind);
    if (!mark) return;
    const debate = await withFacilitators(tx.db, written);
    if (mark.by.id !== standing.participantId && !mayArrangeAll(standing, debate)) {
      throw new Refusal("not-allowed", because("markers-only"));
    }
    await dropMarks(tx.db, params, [kind]);
    await tellMarks(tx, { communityId, debateId, claimId });
  }, once);
}
