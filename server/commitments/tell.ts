import { commitmentChanged } from "#shared/contract/commitments.ts";
import { notify, settleNotices } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { notifyFollowers } from "../reading/public.ts";
import { slugOf } from "../communities/public.ts";
import { followersOf } from "./follower-store.ts";
import { type CommitmentRow } from "./store.ts";

/** Tells everybody that something happened to a commitment. */
export async function tell(tx: Tx, { communityId, id, parentId }: CommitmentRow): Promise<void> {
  await tx.record(commitmentChanged, { communityId, commitmentId: id, parentId });
}

export type NoticeAbout =
  | "asked"
  | "accepted"
  | "declined"
  | "part-added"
  | "progress"
  | "due-soon"
  | "overdue"
  | "review-due"
  | "reviewed"
  | "found-false";

interface News {
  readonly what: NoticeAbout;
  readonly to: readonly string[];
  /** Whether it waits for something that settles it. */
  readonly waits?: true;
}

const subjectOf = ({ id }: CommitmentRow) => `commitment ${id}`;

/** Tells people by name what is to be done about a commitment, or was. */
export async function notifyOf(
  tx: Tx,
  commitment: CommitmentRow,
  { what, to, waits }: News,
): Promise<void> {
  const { communityId, id, title } = commitment;
  const slug = await slugOf(tx.db, communityId);
  await notify(tx, {
    communityId,
    participantIds: [...new Set(to)],
    kind: `commitments.${what}`,
    link: `/c/${slug}/commitments/${id}`,
    data: { title },
    ...(waits && { subject: subjectOf(commitment) }),
  });
}

/** Tells those who follow it, the whole that it is a part of, or the debate that it comes from. */
export async function tellFollowers(
  tx: Tx,
  commitment: CommitmentRow,
  { what, besides }: { readonly what: NoticeAbout; readonly besides: readonly string[] },
): Promise<void> {
  const { communityId, debateId, id, title } = commitment;
  const slug = await slugOf(tx.db, communityId);
  await notifyFollowers(tx, {
    communityId,
    debateId,
    kind: `commitments.${what}`,
    link: `/c/${slug}/commitments/${id}`,
    data: { title },
    besides,
    also: await followersOf(tx.db, commitment),
  });
}

/** Whatever somebody was asked to do about a commitment is done, or over. */
export async function settleAsked(tx: Tx, commitment: CommitmentRow): Promise<void> {
  const { communityId } = commitment;
  await settleNotices(tx, { communityId, subject: subjectOf(commitment) });
}
