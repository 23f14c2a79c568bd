import { delegationsChanged } from "#shared/contract/delegations.ts";
import { notify, saysOf } from "../notifications/public.ts";
import type { Tx } from "../platform/transact.ts";
import { delegationRules, lockDelegations, revokeAround } from "./store.ts";
import { authorsOf } from "./view.ts";

interface Gone {
  readonly communityId: string;
  readonly participantId: string;
}

/** Ends what somebody who is no member any more has delegated, and what others delegated to them; these are told. */
export async function endDelegations(tx: Tx, { communityId, participantId }: Gone): Promise<void> {
  await lockDelegations(tx.db, communityId);
  const ended = await revokeAround(tx.db, { communityId, participantId });
  if (ended.length === 0) return;
  const { slug } = await delegationRules(tx.db, communityId);
  const gone = (await authorsOf(tx.db, communityId, [participantId]))(participantId);
  const others = ended.map(({ fromId }) => fromId).filter((id) => id !== participantId);
  await notify(tx, {
    communityId,
    participantIds: others,
    kind: "delegations.delegate-left",
    link: `/c/${slug}/delegations`,
    data: saysOf(gone),
  });
  await tx.record(delegationsChanged, { communityId });
}
