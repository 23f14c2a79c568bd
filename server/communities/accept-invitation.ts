import type { acceptInvitation, readInvitation } from "#shared/contract/memberships.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import type { Role } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { hashSecret } from "../platform/sessions.ts";
import type { Tx } from "../platform/transact.ts";
import { carryVisitsTo } from "../visitors/public.ts";
import { admit } from "./admission.ts";
import { lockCommunity } from "./community-store.ts";
import { countUse, findUsable, type InvitationRow } from "./entry-store.ts";
import { findMember, findMembership, type MemberRow } from "./member-store.ts";
import { mayInviteAs } from "./policy.ts";

/** Shows the holder of a link where it leads. A link that can't be used leads nowhere, whatever the reason. */
export async function lookAtInvitation(
  { db }: Deps,
  { actor, params }: Call<typeof readInvitation>,
) {
  const { invitation, community, place } = await findFor(
    db,
    params.token,
    actor.kind === "account" ? actor.accountId : null,
  );
  const { name, description, isPrivate, slug } = community;
  return {
    name,
    description,
    isPrivate,
    slug: place?.status === "active" ? slug : null,
    expiresAt: invitation.expiresAt.toISOString(),
  };
}

/** Joins by a link, private communities too. A link with n uses lets in n people, whoever comes at once. */
export function acceptOne(
  deps: Deps,
  { actor, params, body, once }: Call<typeof acceptInvitation>,
) {
  const { accountId } = actor;
  return deps.transact(async (tx) => {
    const { invitation } = await findFor(tx.db, params.token, accountId);
    const { communityId } = invitation;
    const community = await lockCommunity(tx.db, communityId);
    // Asked again under the lock: the place may have changed while this waited.
    const place = await findMembership(tx.db, communityId, accountId);
    if (!community || isShut(invitation, place)) throw new Refusal("token-invalid");
    const { createdBy: invitedBy } = invitation;
    const role = await roleBy(tx.db, invitation);
    const member = await admit(tx, { communityId, accountId, name: body.name, role, invitedBy });
    if (role === "moderator") await enterAppointment(tx, member, invitedBy);
    if (!(await countUse(tx.db, invitation))) throw new Refusal("token-invalid");
    await carryVisitsTo(deps, tx, member);
    tx.afterCommit(deps.forgetStandings);
    return { communityId: member.communityId, slug: community.slug };
  }, once);
}

/** A link for moderators makes such as long as whoever made it is an owner, and members after. */
async function roleBy(db: Db, { communityId, role, createdBy }: InvitationRow): Promise<Role> {
  const inviter = await findMember(db, communityId, createdBy);
  return inviter && mayInviteAs(inviter.role, role) ? role : "member";
}

async function enterAppointment(tx: Tx, member: MemberRow, actor: string): Promise<void> {
  await tx.act({
    communityId: member.communityId,
    kind: "member.role-changed",
    actor,
    subject: member.participantId,
    payload: { from: "member", to: "moderator" },
  });
}

async function findFor(db: Db, token: string, accountId: string | null) {
  const found = await findUsable(db, hashSecret(token));
  if (!found) throw new Refusal("token-invalid");
  const { communityId } = found.invitation;
  const place = accountId === null ? undefined : await findMembership(db, communityId, accountId);
  if (isShut(found.invitation, place)) throw new Refusal("token-invalid");
  return { ...found, place };
}

/** A link from before somebody was removed does not bring them back; a new one does. */
function isShut({ createdAt }: InvitationRow, place: MemberRow | undefined): boolean {
  return place?.status === "removed" && place.endedAt !== null && createdAt <= place.endedAt;
}
