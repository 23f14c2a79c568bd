import { isOutOfSight, type ModerationMark } from "#shared/contract/moderated.ts";
import { beginningOf, notify } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";

/** Who said something in a hearing; nobody where owners brought what somebody answered. */
export interface Speaker {
  readonly expertId: string | null;
  readonly accountId: string | null;
  readonly memberId: string | null;
  readonly dismissedAt: Date | null;
}

interface What {
  readonly panel: { readonly title: string };
  readonly mark: ModerationMark | null;
}

/** Tells whoever said something what became of it; members are told of that as of all that is theirs. */
export async function tellSpeaker(
  tx: Tx,
  { expertId, accountId, memberId, dismissedAt }: Speaker,
  { panel, mark }: What,
): Promise<void> {
  if (expertId === null || accountId === null || memberId !== null || dismissedAt !== null) return;
  await notify(tx, {
    communityId: null,
    accountIds: [accountId],
    kind: isOutOfSight(mark) ? "panels.words-hidden" : "panels.words-shown",
    link: `/hearings/${expertId}`,
    data: { title: beginningOf(panel.title) },
    unlessTold: true,
  });
}
