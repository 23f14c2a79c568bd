import { disputeChanged, juryChanged } from "#shared/contract/disputes.ts";
import { accountsOf, notify, settleNotices } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { communityOf } from "./context-store.ts";
import { type DisputeRow } from "./store.ts";

type Case = Pick<DisputeRow, "communityId" | "id" | "stage" | "level">;

/** Tells everybody that a case has moved on. */
export async function tell(tx: Tx, { communityId, id, stage, level }: Case): Promise<void> {
  await tx.record(disputeChanged, { communityId, disputeId: id, stage, level });
}

/** Tells each of those in a case that there is something for them; nobody learns of the others. */
export async function tellThose(
  tx: Tx,
  { communityId, id }: Pick<Case, "communityId" | "id">,
  participantIds: readonly (string | null)[],
): Promise<void> {
  const people = participantIds.filter((one) => one !== null);
  const accountIds = await accountsOf(tx.db, communityId, people);
  await tx.recordAll(
    juryChanged,
    accountIds.map((accountId) => ({ accountId, communityId, disputeId: id })),
  );
}

export const sidesOf = ({ claimantId, respondentId }: DisputeRow): string[] =>
  respondentId === null ? [claimantId] : [claimantId, respondentId];

/** What a juror has to do in a case; settled once that is done. */
export const summonsSubject = (disputeId: string, participantId: string) =>
  `dispute ${disputeId} ${participantId}`;

export type NoticeAbout =
  | "against-you"
  | "mediate"
  | "say-your-part"
  | "tell-nonce"
  | "summoned"
  | "question"
  | "deliberate"
  | "vote"
  | "tell-vote"
  | "ruled"
  | "appealed"
  | "community-decides"
  | "withdrawn";

/** Tells people of a case what is to be done, or was; without names, as notices are shown in many places. */
export async function notifyOf(
  tx: Tx,
  { communityId, id, kind }: Pick<DisputeRow, "communityId" | "id" | "kind">,
  about: {
    readonly what: NoticeAbout;
    readonly to: readonly (string | null)[];
    readonly subject?: string;
    /** Below the page of the case. */
    readonly page?: string;
  },
): Promise<void> {
  const { slug } = await communityOf(tx.db, communityId);
  await notify(tx, {
    communityId,
    participantIds: about.to.filter((one) => one !== null),
    kind: `disputes.${about.what}`,
    link: `/c/${slug}/disputes/${id}${about.page ?? ""}`,
    data: { context: kind },
    ...(about.subject === undefined ? {} : { subject: about.subject }),
  });
}

/** Asks a juror for something that only they can do. */
export async function askJuror(
  tx: Tx,
  dispute: DisputeRow,
  { participantId, what }: { readonly participantId: string; readonly what: NoticeAbout },
): Promise<void> {
  await settleJuror(tx, dispute, participantId);
  const subject = summonsSubject(dispute.id, participantId);
  await notifyOf(tx, dispute, { what, to: [participantId], subject, page: "/jury" });
}

/** Whatever a juror was asked for is done, or over. */
export async function settleJuror(
  tx: Tx,
  { communityId, id }: Pick<DisputeRow, "communityId" | "id">,
  participantId: string,
): Promise<void> {
  await settleNotices(tx, { communityId, subject: summonsSubject(id, participantId) });
}
