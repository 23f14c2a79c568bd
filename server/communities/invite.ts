import { uuidv7 } from "uuidv7";
import { z } from "zod";
import type {
  createInvitation,
  Invitation,
  listInvitations,
  revokeInvitation,
} from "#shared/contract/memberships.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { hashSecret } from "../platform/sessions.ts";
import { actingIn } from "./acting.ts";
import { insertInvitation, type InvitationRow, listUsable, revoke } from "./entry-store.ts";
import { mayInviteAs } from "./policy.ts";

const dayMs = 86_400_000;

/** Makes a link. Its token leaves the server this once; what stays here is a hash. */
export function invite(
  { transact, random, clock }: Deps,
  { actor, params, body }: Call<typeof createInvitation>,
) {
  const { communityId } = params;
  const token = random.token();
  return transact(async (tx) => {
    const { accountId } = actor;
    const { me } = await actingIn(tx, { communityId, accountId, least: "moderator" });
    if (!mayInviteAs(me.role, body.role)) throw new Refusal("not-allowed");
    const row = await insertInvitation(tx.db, {
      communityId,
      id: uuidv7(),
      tokenHash: hashSecret(token),
      createdBy: me.participantId,
      maxUses: body.maxUses,
      role: body.role,
      expiresAt: new Date(clock().getTime() + body.validDays * dayMs),
    });
    if (!row) throw new Error("an invitation that was just made is not there");
    return { invitation: view(row, me.name), token };
  });
}

const Place = z.tuple([z.uuid()]);

export async function showInvitations(
  { db }: Deps,
  { params, query }: Call<typeof listInvitations>,
) {
  const { limit } = query;
  const before = readCursor(Place, query.after)?.[0] ?? null;
  const rows = await listUsable(db, params.communityId, { before, limit: limit + 1 });
  return toPage(rows, limit, {
    view: ({ invitation, createdBy }) => view(invitation, createdBy),
    place: ({ invitation }) => [invitation.id],
  });
}

export async function revokeOne(
  { transact }: Deps,
  { actor, params, once }: Call<typeof revokeInvitation>,
): Promise<undefined> {
  const { communityId, invitationId } = params;
  await transact(async (tx) => {
    await actingIn(tx, { communityId, accountId: actor.accountId, least: "moderator" });
    if (!(await revoke(tx.db, communityId, invitationId))) throw new Refusal("not-found");
  }, once);
}

function view(row: InvitationRow, createdBy: string): Invitation {
  const { id, role, createdAt, expiresAt, maxUses, uses } = row;
  return {
    id,
    createdBy,
    role,
    maxUses,
    uses,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
