import type { acceptInvitation, readInvitation } from "#shared/contract/memberships.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { hashSecret } from "../platform/sessions.ts";
import { admit } from "./admission.ts";
import { lockCommunity } from "./community-store.ts";
import { countUse, findUsable, type InvitationRow } from "./entry-store.ts";
import { findMembership, type MemberRow } from "./member-store.ts";

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
  { transact, forgetStandings }: Deps,
  { actor, params, body, once }: Call<typeof acceptInvitation>,
) {
  const { accountId } = actor;
  return transact(async (tx) => {
    const { invitation } = await findFor(tx.db, params.token, accountId);
    const { communityId } = invitation;
    const community = await lockCommunity(tx.db, communityId);
    // Asked again under the lock: the place may have changed while this waited.
    const place = await findMembership(tx.db, communityId, accountId);
    if (!community || isShut(invitation, place)) throw new Refusal("token-invalid");
    const member = await admit(tx, { communityId, accountId, name: body.name });
    if (!(await countUse(tx.db, invitation))) throw new Refusal("token-invalid");
    tx.afterCommit(forgetStandings);
    return { communityId: member.communityId, slug: community.slug };
  }, once);
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
