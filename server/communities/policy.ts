import type { CommunityRights, JoinPolicy } from "#shared/contract/communities.ts";
import { isModerator, type Role, type Standing } from "../platform/actor.ts";

const ranks: Record<Role, number> = { member: 0, moderator: 1, owner: 2 };

/** Whether a role includes another: owners are moderators, moderators are members. */
export function includesRole(role: Role, least: Role): boolean {
  return ranks[role] >= ranks[least];
}

/** Moderators remove members, owners anybody; nobody removes themselves: they leave. */
export function mayRemove(by: Role, target: { readonly role: Role; readonly isSelf: boolean }) {
  if (target.isSelf) return false;
  return by === "owner" || (by === "moderator" && target.role === "member");
}

/** Owners invite moderators too; moderators invite members. */
export function mayInviteAs(by: Role, as: Role): boolean {
  return by === "owner" || (by === "moderator" && as === "member");
}

/** How somebody who is signed in comes to a community from outside. */
export interface Outsider {
  readonly joinPolicy: JoinPolicy;
  readonly isPrivate: boolean;
  /** Was removed earlier: the open door is closed to them, but they may ask. */
  readonly wasRemoved: boolean;
}

export function mayJoinOpenly({ joinPolicy, isPrivate, wasRemoved }: Outsider): boolean {
  return joinPolicy === "open" && !isPrivate && !wasRemoved;
}

export function mayAskToJoin({ joinPolicy, isPrivate, wasRemoved }: Outsider): boolean {
  if (isPrivate || joinPolicy === "by-invitation") return false;
  return joinPolicy === "on-request" || wasRemoved;
}

interface Reader extends Outsider {
  readonly isSignedIn: boolean;
  readonly isWaiting: boolean;
}

/** Everything that a reader may do in a community. */
export function rightsIn(standing: Standing, reader: Reader): CommunityRights {
  const isOutside = reader.isSignedIn && standing.role === null;
  const moderates = isModerator(standing);
  const owns = standing.role === "owner";
  return {
    join: isOutside && mayJoinOpenly(reader),
    request: isOutside && !reader.isWaiting && mayAskToJoin(reader),
    leave: standing.role !== null,
    invite: moderates,
    decideRequests: moderates,
    removeMembers: moderates,
    changeRoles: owns,
    editCharter: owns,
    editSettings: owns,
  };
}

/** Somebody's place in a community, and how many others are there. */
interface Place {
  readonly status: string;
  readonly role: Role;
  readonly owners: number;
  readonly members: number;
}

/** The only owner among others hands over before going for good. */
export function mustHandOver({ status, role, owners, members }: Place): boolean {
  return status === "active" && role === "owner" && owners === 1 && members > 1;
}

/** There is nobody to hand over to. */
export function isAlone({ status, members }: Place): boolean {
  return status === "active" && members === 1;
}
