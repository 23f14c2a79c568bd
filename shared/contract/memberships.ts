import { z } from "zod";
import { communityLimits, Role } from "./communities.ts";
import { endpoint } from "./endpoint.ts";
import { communityParams, Id, Moment } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { line, name, prose } from "./text.ts";

export const Member = z
  .object({
    id: Id,
    name: z.string(),
    role: Role,
    joinedAt: Moment,
    /** What the address of the picture ends with; null where there is none. */
    picture: z.string().nullable(),
    isMe: z.boolean(),
    can: z.object({ remove: z.boolean(), changeRole: z.boolean() }),
  })
  .meta({ id: "Member" });
export type Member = z.infer<typeof Member>;

export const JoinRequest = z
  .object({ id: Id, name: z.string(), message: z.string(), createdAt: Moment })
  .meta({ id: "JoinRequest" });
export type JoinRequest = z.infer<typeof JoinRequest>;

/** As what somebody can be invited. Owners are made by owners, of people who are there. */
export const invitedRoles = ["member", "moderator"] as const;
export const InvitedRole = z.enum(invitedRoles);
export type InvitedRole = z.infer<typeof InvitedRole>;

/** Who came, and by whose invitation. */
export const Arrival = z
  .object({
    participantId: Id,
    name: z.string(),
    /** Null for who is no member any more. */
    role: Role.nullable(),
    /** The participant who made the invitation; null for who came by another door. */
    invitedBy: Id.nullable(),
    joinedAt: Moment,
  })
  .meta({ id: "Arrival" });
export type Arrival = z.infer<typeof Arrival>;

export const Invitation = z
  .object({
    id: Id,
    /** Who made it, by the name here. */
    createdBy: z.string(),
    createdAt: Moment,
    expiresAt: Moment,
    /** As what people come in by it. */
    role: InvitedRole,
    maxUses: z.int().nullable(),
    uses: z.int(),
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof Invitation>;

const memberParams = communityParams.extend({ participantId: Id });
const requestParams = communityParams.extend({ requestId: Id });
const tokenParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) });
/** Under which name the newcomer speaks here; the account's name unless said. */
const myName = name(communityLimits.memberName).optional();

export const listMembers = endpoint({
  name: "listMembers",
  summary: "The members by role: owners, moderators, members",
  method: "GET",
  path: "/api/communities/:communityId/members",
  access: "public",
  params: communityParams,
  query: PageQuery.extend({
    search: line(communityLimits.memberName).optional(),
    role: Role.optional(),
  }),
  reply: pageOf(Member),
});

export const joinCommunity = endpoint({
  name: "joinCommunity",
  summary: "Become a member of a community that is open to all",
  method: "POST",
  path: "/api/communities/:communityId/members",
  access: "self",
  params: communityParams,
  body: z.strictObject({ name: myName }),
  reply: Member,
  limit: { max: 60, perSeconds: 3_600 },
});

export const renameMyself = endpoint({
  name: "renameMyself",
  summary: "Change the name under which the caller speaks here",
  method: "PUT",
  path: "/api/communities/:communityId/membership",
  access: "member",
  params: communityParams,
  body: z.strictObject({ name: name(communityLimits.memberName) }),
  reply: Member,
});

export const leaveCommunity = endpoint({
  name: "leaveCommunity",
  whileSuspended: true,
  summary: "Stop being a member; what was written stays",
  method: "DELETE",
  path: "/api/communities/:communityId/membership",
  access: "member",
  params: communityParams,
});

export const removeMember = endpoint({
  name: "removeMember",
  summary: "Remove somebody: moderators remove members, owners remove anybody else",
  method: "POST",
  path: "/api/communities/:communityId/members/:participantId/removal",
  access: "moderator",
  params: memberParams,
  body: z.strictObject({ reason: prose(communityLimits.reason).default("") }),
  repeatable: true,
});

export const changeRole = endpoint({
  name: "changeRole",
  summary: "Give a member another role",
  method: "PUT",
  path: "/api/communities/:communityId/members/:participantId/role",
  access: "owner",
  params: memberParams,
  body: z.strictObject({ role: Role }),
  reply: Member,
});

export const handOverOwnership = endpoint({
  name: "handOverOwnership",
  summary: "Make another member an owner and step back to moderator, in one act",
  method: "POST",
  path: "/api/communities/:communityId/ownership",
  access: "owner",
  params: communityParams,
  body: z.strictObject({ participantId: Id }),
});

export const requestToJoin = endpoint({
  name: "requestToJoin",
  summary: "Ask the moderators to be let in",
  method: "POST",
  path: "/api/communities/:communityId/requests",
  access: "self",
  params: communityParams,
  body: z.strictObject({ message: prose(communityLimits.message).default("") }),
  reply: z.object({ id: Id }),
  limit: { max: 30, perSeconds: 3_600 },
});

export const takeBackRequest = endpoint({
  name: "takeBackRequest",
  summary: "Take back one's own request to join",
  method: "DELETE",
  path: "/api/communities/:communityId/requests/:requestId",
  access: "self",
  params: requestParams,
});

export const listRequests = endpoint({
  name: "listRequests",
  summary: "Requests to join that wait for an answer, oldest first",
  method: "GET",
  path: "/api/communities/:communityId/requests",
  access: "moderator",
  params: communityParams,
  query: PageQuery,
  reply: pageOf(JoinRequest),
});

export const decideRequest = endpoint({
  name: "decideRequest",
  summary: "Accept or decline a request to join",
  method: "PUT",
  path: "/api/communities/:communityId/requests/:requestId/decision",
  access: "moderator",
  params: requestParams,
  body: z.strictObject({ decision: z.enum(["accepted", "declined"]) }),
});

export const createInvitation = endpoint({
  name: "createInvitation",
  summary:
    "Make a link by which people may join, shown this once; only owners make one for moderators",
  method: "POST",
  path: "/api/communities/:communityId/invitations",
  access: "moderator",
  params: communityParams,
  body: z.strictObject({
    validDays: z.int().min(1).max(90).default(7),
    maxUses: z.int().min(1).max(10_000).nullable().default(null),
    role: InvitedRole.default("member"),
  }),
  reply: z.object({ invitation: Invitation, token: z.string() }),
  // A kept first answer would keep the token; a second, unused link does no harm.
  repeatable: true,
  limit: { max: 60, perSeconds: 3_600 },
});

export const listInvitations = endpoint({
  name: "listInvitations",
  summary: "Invitations that can still be used, newest first",
  method: "GET",
  path: "/api/communities/:communityId/invitations",
  access: "moderator",
  params: communityParams,
  query: PageQuery,
  reply: pageOf(Invitation),
});

export const listArrivals = endpoint({
  name: "listArrivals",
  summary: "Who came by whose invitation, in the order in which they first came",
  method: "GET",
  path: "/api/communities/:communityId/arrivals",
  access: "moderator",
  params: communityParams,
  query: PageQuery,
  reply: pageOf(Arrival),
});

export const revokeInvitation = endpoint({
  name: "revokeInvitation",
  summary: "Make an invitation's link useless",
  method: "DELETE",
  path: "/api/communities/:communityId/invitations/:invitationId",
  access: "moderator",
  params: communityParams.extend({ invitationId: Id }),
});

export const readInvitation = endpoint({
  name: "readInvitation",
  summary: "To which community a link invites",
  method: "GET",
  path: "/api/invitations/:token",
  access: "public",
  params: tokenParams,
  reply: z.object({
    name: z.string(),
    description: z.string(),
    isPrivate: z.boolean(),
    /** For members, where they are invited to already; null for others. */
    slug: z.string().nullable(),
    expiresAt: Moment,
  }),
  limit: { max: 60, perSeconds: 60, by: "address" },
});

export const acceptInvitation = endpoint({
  name: "acceptInvitation",
  summary: "Join by a link",
  method: "POST",
  path: "/api/invitations/:token/acceptance",
  access: "self",
  params: tokenParams,
  body: z.strictObject({ name: myName }),
  reply: z.object({ communityId: Id, slug: z.string() }),
  limit: { max: 60, perSeconds: 60 },
});

export const membershipEndpoints = [
  listMembers,
  joinCommunity,
  renameMyself,
  leaveCommunity,
  removeMember,
  changeRole,
  handOverOwnership,
  requestToJoin,
  takeBackRequest,
  listRequests,
  decideRequest,
  createInvitation,
  listInvitations,
  listArrivals,
  revokeInvitation,
  readInvitation,
  acceptInvitation,
] as const;
