import { z } from "zod";
import { Edge, Side, TargetKind } from "./claims.ts";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { debateParams, Id } from "./ids.ts";

export const linkClaim = endpoint({
  name: "linkClaim",
  summary: "Let a claim stand at one more place, with its text, ratings of truth and replies",
  method: "POST",
  path: "/api/communities/:communityId/debates/:debateId/claims/:claimId/edges",
  access: "member",
  params: debateParams.extend({ claimId: Id }),
  body: z.strictObject({
    target: z.strictObject({ kind: TargetKind, id: Id }),
    side: Side,
  }),
  reply: Edge,
});

export const unlinkClaim = endpoint({
  name: "unlinkClaim",
  summary: "Take a claim away from one of its places, where nobody has built on it there",
  method: "DELETE",
  path: "/api/communities/:communityId/debates/:debateId/edges/:edgeId",
  access: "member",
  params: debateParams.extend({ edgeId: Id }),
});

const inDebate = z.object({ communityId: Id, debateId: Id });

export const claimLinked = event({
  name: "claim.linked",
  payload: inDebate.extend({ edge: Edge }),
  room: debateRoom,
});
export const claimUnlinked = event({
  name: "claim.unlinked",
  payload: inDebate.extend({ edgeId: Id }),
  room: debateRoom,
});

export const structureEndpoints = [linkClaim, unlinkClaim];
export const structureEvents = [claimLinked, claimUnlinked];
