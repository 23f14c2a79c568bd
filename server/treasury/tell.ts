import { treasuryChanged } from "#shared/contract/treasury.ts";
import { activeMembers, slugOf } from "../communities/public.ts";
import { notify, settleNotices } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { sumsOf } from "./store.ts";

/** Tells everybody that something in the treasury is different. */
export async function tell(tx: Tx, communityId: string): Promise<void> {
  await tx.record(treasuryChanged, { communityId });
}

const subjectOf = (communityId: string) => `treasury ${communityId}`;

/** Tells those who may confirm what somebody entered. */
export async function askToConfirm(
  tx: Tx,
  { communityId, enteredById }: { readonly communityId: string; readonly enteredById: string },
): Promise<void> {
  const keepers = await activeMembers(tx.db, communityId, ["owner", "moderator"]);
  const slug = await slugOf(tx.db, communityId);
  await notify(tx, {
    communityId,
    participantIds: keepers
      .map(({ participantId }) => participantId)
      .filter((id) => id !== enteredById),
    kind: "treasury.waiting",
    link: `/c/${slug}/treasury`,
    subject: subjectOf(communityId),
    unlessTold: true,
  });
}

/** Nobody is asked any more once nothing waits. */
export async function settleAsked(tx: Tx, communityId: string): Promise<void> {
  const waiting = await sumsOf(tx.db, { communityId, state: "waiting" });
  if (waiting.length === 0)
    await settleNotices(tx, { communityId, subject: subjectOf(communityId) });
}
