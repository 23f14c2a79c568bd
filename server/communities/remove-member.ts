import { memberLeft } from "#shared/contract/communities.ts";
import type { removeMember } from "#shared/contract/memberships.ts";
import { endDelegations } from "../delegations/public.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../notifications/public.ts";
import type { Call } from "../platform/mount.ts";
import { askForMapsOf } from "../platform/opinion-maps.ts";
import { refuseOpponent } from "../platform/opponents.ts";
import { because, Refusal } from "../platform/problem.ts";
import { actingIn } from "./acting.ts";
import { revokeAllBy } from "./entry-store.ts";
import { endMembership, findMember } from "./member-store.ts";
import { mayRemove } from "./policy.ts";

/**
 * Removes somebody, and makes the invitations that they gave out useless; their responses count no longer. They are told
 * why.
 */
export async function remove(
  { transact, forgetStandings }: Deps,
  { actor, params, body, once }: Call<typeof removeMember>,
): Promise<undefined> {
  const { communityId, participantId } = params;
  await transact(async (tx) => {
    const { accountId } = actor;
    const { community, me } = await actingIn(tx, { communityId, accountId, least: "moderator" });
    const member = await findMember(tx.db, communityId, participantId);
    if (!member) throw new Refusal("not-found");
    const isSelf = member.participantId === me.participantId;
    if (!mayRemove(me.role, { role: member.role, isSelf })) {
      throw new Refusal("not-allowed", because(isSelf ? "leave-instead" : "owners-remove"));
    }
    await refuseOpponent(tx.db, { judge: me, otherId: participantId });
    await endMembership(tx.db, member, "removed");
    await revokeAllBy(tx.db, communityId, participantId);
    await endDelegations(tx, { communityId, participantId });
    await askForMapsOf(tx, { communityId, participantId });
    await tx.act({
      communityId,
      kind: "member.removed",
      actor: me.participantId,
      subject: participantId,
      payload: { role: member.role },
    });
    await tx.record(memberLeft, { communityId, participantId });
    await notify(tx, {
      communityId: null,
      accountIds: [member.accountId],
      kind: "communities.removed",
      link: "/",
      data: { community: community.name, reason: body.reason },
    });
    tx.afterCommit(forgetStandings);
  }, once);
}
