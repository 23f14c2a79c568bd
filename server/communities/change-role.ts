import { memberRoleChanged } from "#shared/contract/communities.ts";
import type { changeRole, handOverOwnership } from "#shared/contract/memberships.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../notifications/public.ts";
import type { Role } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { actingIn } from "./acting.ts";
import type { CommunityRow } from "./community-store.ts";
import { refuseLastOwner } from "./last-owner.ts";
import { findMember, type MemberRow, setRole } from "./member-store.ts";
import { memberView } from "./views.ts";

interface Change {
  readonly community: CommunityRow;
  readonly me: MemberRow;
  readonly member: MemberRow;
  readonly role: Role;
}

/** Gives a member another role; the last owner stays one. */
export function giveRole(
  { transact, forgetStandings }: Deps,
  { actor, params, body, once }: Call<typeof changeRole>,
) {
  const { communityId, participantId } = params;
  const { role } = body;
  return transact(async (tx) => {
    const { accountId } = actor;
    const { community, me } = await actingIn(tx, { communityId, accountId, least: "owner" });
    const member = await findMember(tx.db, communityId, participantId);
    if (!member) throw new Refusal("not-found");
    if (member.role !== role) {
      await refuseLastOwner(tx, member);
      await makeRole(tx, { community, me, member, role });
      tx.afterCommit(forgetStandings);
    }
    const reader = member.participantId === me.participantId ? { ...me, role } : me;
    return memberView({ ...member, role }, reader);
  }, once);
}

/** Makes somebody else an owner and steps back to moderator: both, or neither. */
export async function handOver(
  { transact, forgetStandings }: Deps,
  { actor, params, body, once }: Call<typeof handOverOwnership>,
): Promise<undefined> {
  const { communityId } = params;
  await transact(async (tx) => {
    const { accountId } = actor;
    const { community, me } = await actingIn(tx, { communityId, accountId, least: "owner" });
    const member = await findMember(tx.db, communityId, body.participantId);
    if (!member || member.participantId === me.participantId) {
      refuseField("invalid-request", "participantId", because("choose-another-member"));
    }
    if (member.role !== "owner") {
      await makeRole(tx, { community, me, member, role: "owner" });
    }
    await makeRole(tx, { community, me, member: me, role: "moderator" });
    tx.afterCommit(forgetStandings);
  }, once);
}

async function makeRole(tx: Tx, { community, me, member, role }: Change): Promise<void> {
  const { communityId, participantId } = member;
  await setRole(tx.db, member, role);
  await tx.act({
    communityId,
    kind: "member.role-changed",
    actor: me.participantId,
    subject: participantId,
    payload: { from: member.role, to: role },
  });
  await tx.record(memberRoleChanged, { communityId, participantId, role });
  if (participantId === me.participantId) return;
  await notify(tx, {
    communityId,
    accountIds: [member.accountId],
    kind: "communities.role-changed",
    link: `/c/${community.slug}/members`,
    data: { context: role },
  });
}
