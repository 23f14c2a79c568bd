import { uuidv7 } from "uuidv7";
import { memberJoined } from "#shared/contract/communities.ts";
import { settleNotices } from "../notifications/public.ts";
import type { Role } from "../platform/actor.ts";
import { askForMapsOf } from "../platform/opinion-maps.ts";
import { Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { endRequest, findWaiting } from "./entry-store.ts";
import { refuseLookAlike } from "./look-alike.ts";
import {
  accountName,
  findMembership,
  insertMembership,
  insertParticipants,
  type MemberRow,
  renameParticipant,
  renewMembership,
} from "./member-store.ts";

export interface Newcomer {
  readonly communityId: string;
  readonly accountId: string;
  /** The name here; else the one they had here, else their account's. */
  readonly name?: string | undefined;
  readonly role?: Role;
  /** The participant by whose invitation they come. */
  readonly invitedBy?: string;
}

export const requestSubject = (requestId: string) => `request:${requestId}`;

/**
 * Makes an account a member. Whoever comes back is the participant they were. A request of theirs
 * that waits is accepted with it. The community must be locked.
 */
export async function admit(tx: Tx, newcomer: Newcomer): Promise<MemberRow> {
  const { communityId, accountId, role = "member" } = newcomer;
  const earlier = await findMembership(tx.db, communityId, accountId);
  if (earlier?.status === "active") throw new Refusal("already-a-member");
  const participantId = earlier
    ? await comeBack(tx, earlier, newcomer)
    : await comeFirst(tx, newcomer);
  const waiting = await findWaiting(tx.db, communityId, accountId);
  if (waiting) {
    await endRequest(tx.db, waiting, { status: "accepted", decidedBy: null });
    await settleNotices(tx, { communityId, subject: requestSubject(waiting.id) });
  }
  const member = await findMembership(tx.db, communityId, accountId);
  if (!member) throw new Error("a member who was just admitted is not there");
  await tx.record(memberJoined, {
    communityId,
    member: { id: participantId, name: member.name },
    role,
  });
  return member;
}

async function comeBack(tx: Tx, earlier: MemberRow, newcomer: Newcomer) {
  const { db } = tx;
  const { name, role = "member", invitedBy = null } = newcomer;
  await renewMembership(db, earlier, { role, invitedBy });
  await refuseLookAlike(db, { ...earlier, name: name ?? earlier.name });
  if (name !== undefined) await renameParticipant(db, earlier, name);
  await askForMapsOf(tx, earlier);
  return earlier.participantId;
}

async function comeFirst({ db }: Tx, newcomer: Newcomer): Promise<string> {
  const { communityId, accountId, role = "member" } = newcomer;
  const name = newcomer.name ?? (await accountName(db, accountId));
  if (name === undefined) throw new Refusal("sign-in-required");
  const participantId = uuidv7();
  await refuseLookAlike(db, { communityId, participantId, name });
  await insertParticipants(db, [{ communityId, id: participantId, kind: "member", name }]);
  const { invitedBy } = newcomer;
  const place = { communityId, participantId, accountId, role, invitedBy };
  await insertMembership(db, { ...place, status: "active" });
  return participantId;
}
