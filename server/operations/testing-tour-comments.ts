import { addClaim } from "#shared/contract/claims.ts";
import * as comments from "#shared/contract/comments.ts";
import { openDebate } from "./testing-tour-debates.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Comments on a claim, rewords and withdraws what was said, and finds things well put. */
export async function tourComments(tour: Tour, communityId: string): Promise<void> {
  const { member, moderator } = tour.cast;
  const { ids, positionIds } = await openDebate(tour, communityId);
  const target = { kind: "position" as const, id: positionIds[0] ?? "" };
  const { claim } = await tour.go(member, addClaim, {
    params: ids,
    body: { target, side: "pro", text: tour.text("What is shared is kept."), evidence: [] },
  });
  const onClaim = { ...ids, claimId: claim.id };
  const { id: commentId } = await tour.go(moderator, comments.addComment, {
    params: onClaim,
    body: { text: tour.text("Kept by whom?") },
  });
  const onComment = { ...ids, commentId };
  const onSaid = { ...ids, subjectId: commentId };
  await tour.go(member, comments.findWellPut, { params: onSaid });
  await tour.go(member, comments.takeBackWellPut, { params: onSaid });
  await tour.go(moderator, comments.findWellPut, { params: { ...ids, subjectId: claim.id } });
  await tour.go(moderator, comments.editComment, {
    params: onComment,
    body: { version: 1, text: tour.text("By whom is it kept?") },
  });
  await tour.go(member, comments.listComments, { params: onClaim });
  await tour.go(member, comments.readTalk, { params: ids });
  await tour.go(moderator, comments.withdrawComment, { params: onComment });
}
