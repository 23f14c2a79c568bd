import { inPassing } from "../../blocks/public.ts";
import type { MemberStanding } from "../../platform/actor.ts";
import { beginningOf, notify, saysOf } from "../../notifications/public.ts";
import type { Tx } from "../../platform/transact.ts";
import type { ClaimRow } from "../claim-store.ts";
import { authorOf } from "../writing.ts";
import { commentersOn } from "./comment-store.ts";

interface Said {
  readonly standing: MemberStanding;
  readonly claim: ClaimRow;
}

/** Tells people that a comment mentions them. */
export async function tellMentioned(
  tx: Tx,
  said: Said,
  mentioned: readonly string[],
): Promise<void> {
  await tellOf(tx, said, { kind: "debates.mentioned", participantIds: mentioned });
}

/** Tells the claim's author, and those who talk about it, of another comment; whom it mentions are told of that. */
export async function tellTalkers(tx: Tx, said: Said, mentioned: readonly string[]): Promise<void> {
  const { communityId, id: claimId, authorId } = said.claim;
  const talkers = new Set([authorId, ...(await commentersOn(tx.db, { communityId, claimId }))]);
  const participantIds = [...talkers].filter((id) => !mentioned.includes(id));
  await tellOf(tx, said, { kind: "debates.commented", participantIds });
}

async function tellOf(
  tx: Tx,
  { standing, claim }: Said,
  { kind, participantIds }: { readonly kind: string; readonly participantIds: readonly string[] },
): Promise<void> {
  const { communityId, debateId, id, text } = claim;
  await notify(tx, {
    communityId,
    participantIds: participantIds.filter((whom) => whom !== standing.participantId),
    kind,
    link: `/c/${standing.slug}/d/${debateId}/arguments#comments-${id}`,
    data: { ...saysOf(authorOf(standing)), text: beginningOf(text) },
    unlessMuted: debateId,
    unlessBlocked: inPassing(standing),
    ...(kind === "debates.mentioned" && { unlessTold: true }),
  });
}
