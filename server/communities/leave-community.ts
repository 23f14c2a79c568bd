import { memberLeft } from "#shared/contract/communities.ts";
import type { leaveCommunity } from "#shared/contract/memberships.ts";
import { endDelegations } from "../delegations/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { actingIn } from "./acting.ts";
import { endMembership } from "./member-store.ts";
import { refuseLastOwner } from "./last-owner.ts";

/** Ends one's own membership. What one wrote stays, under the name one had. */
export async function leave(
  { transact, forgetStandings }: Deps,
  { actor, params, once }: Call<typeof leaveCommunity>,
): Promise<undefined> {
  const { communityId } = params;
  await transact(async (tx) => {
    const { accountId } = actor;
    const { me } = await actingIn(tx, { communityId, accountId, least: "member" });
    await refuseLastOwner(tx, me);
    await endMembership(tx.db, me, "left");
    const { participantId } = me;
    await endDelegations(tx, { communityId, participantId });
    await tx.record(memberLeft, { communityId, participantId });
    tx.afterCommit(forgetStandings);
  }, once);
}
