import type { readDisputedContent as contract } from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import { actionById, contentOf } from "../moderation/public.ts";
import type { Call } from "../platform/mount.ts";
import { namesOf } from "../platform/names-store.ts";
import { Refusal } from "../platform/problem.ts";
import { jurorsOf } from "./jury-store.ts";
import { mayReadContent } from "./policy.ts";
import { findDispute, idsOf } from "./store.ts";

/** What a disputed action was about, with the reasons that were given: nobody judges what they can't read. */
export async function readDisputedContent(
  { db }: Deps,
  { standing, params }: Call<typeof contract>,
) {
  const dispute = await findDispute(db, params);
  if (!dispute) throw new Refusal("not-found");
  const { communityId } = dispute;
  const jurors = await jurorsOf(db, idsOf(dispute));
  const seats = jurors.filter(({ participantId }) => participantId === standing.participantId);
  if (!mayReadContent(standing, dispute, seats)) throw new Refusal("not-in-case");
  const action = await actionById(db, { communityId, actionId: dispute.subjectId });
  if (!action) throw new Refusal("not-found");
  const { authorId, subjectKind: kind, subjectId: id, reason } = action;
  const names = await namesOf(db, communityId, [authorId]);
  const content = await contentOf(db, action);
  return {
    subject: { kind, id },
    author: authorId === null ? null : (names.get(authorId) ?? null),
    reason,
    words: content?.words ?? null,
    context: content?.context ?? [],
    link: content ? `/c/${standing.slug}${content.path}` : null,
  };
}
