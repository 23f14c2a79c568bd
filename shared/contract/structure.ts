import { z } from "zod";
import { Claim, ClaimText, Edge, Side, TargetKind } from "./claims.ts";
import { Context, PositionTitle, Question } from "./debates.ts";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { Author, debateParams, Id, Moment, Version } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { TopicId } from "./phases.ts";
import { line } from "./text.ts";

export const changeKinds = [
  "linked",
  "unlinked",
  "moved",
  "merged",
  "split",
  "archived",
  "restored",
  "extracted",
] as const;
export const ChangeKind = z.enum(changeKinds);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** How long a change of where claims stand can be taken back. */
export const daysToUndo = 30;

/** A change of where claims stand: who made it, and who took it back. */
export const StructureChange = z
  .object({
    id: Id,
    kind: ChangeKind,
    /** The claim that it is about. */
    claimId: Id,
    actor: Author,
    reason: z.string(),
    at: Moment,
    /** By nobody where a jury did. */
    undone: z.object({ by: Author.nullable(), at: Moment }).nullable(),
  })
  .meta({ id: "StructureChange" });
export type StructureChange = z.infer<typeof StructureChange>;

/** What a change did: the claims and edges as they are now, edges that are gone, and sources that went over. */
export const Rearranged = z
  .object({
    change: StructureChange,
    claims: z.array(Claim),
    edges: z.array(Edge),
    gone: z.array(Id),
    evidence: z.array(z.object({ id: Id, claimId: Id })),
  })
  .meta({ id: "Rearranged" });
export type Rearranged = z.infer<typeof Rearranged>;

const claimPath = "/api/communities/:communityId/debates/:debateId/claims/:claimId";
const edgePath = "/api/communities/:communityId/debates/:debateId/edges/:edgeId";
const claimParams = debateParams.extend({ claimId: Id });
const edgeParams = debateParams.extend({ edgeId: Id });
const Target = z.strictObject({ kind: TargetKind, id: Id });

export const linkClaim = endpoint({
  name: "linkClaim",
  summary: "Let a claim stand at one more place, with its text, ratings of truth and replies",
  method: "POST",
  path: `${claimPath}/edges`,
  access: "member",
  params: claimParams,
  body: z.strictObject({ target: Target, side: Side }),
  reply: Rearranged,
});

export const unlinkClaim = endpoint({
  name: "unlinkClaim",
  summary: "Take a claim away from one of its places",
  method: "DELETE",
  path: edgePath,
  access: "member",
  params: edgeParams,
  reply: Rearranged,
});

export const moveClaim = endpoint({
  name: "moveClaim",
  summary: "Move a claim from one place to another; ratings of its relevance stay, as cast there",
  method: "PATCH",
  path: edgePath,
  access: "member",
  params: edgeParams,
  body: z.strictObject({
    /** What it speaks to as far as one knows; refused when somebody moved it meanwhile. */
    from: Id,
    target: Target,
    side: Side,
  }),
  reply: Rearranged,
});

export const mergeClaims = endpoint({
  name: "mergeClaims",
  summary: "Say that a claim is the same as another, which gets its places, replies and sources",
  method: "POST",
  path: `${claimPath}/merge`,
  access: "member",
  params: claimParams,
  body: z.strictObject({ into: Id }),
  reply: Rearranged,
});

export const splitClaim = endpoint({
  name: "splitClaim",
  summary: "Make several claims of one that makes several points; the first keeps what is below",
  method: "POST",
  path: `${claimPath}/split`,
  access: "member",
  params: claimParams,
  body: z.strictObject({ version: Version, texts: z.array(ClaimText).min(2).max(4) }),
  reply: Rearranged,
});

export const archiveClaim = endpoint({
  name: "archiveClaim",
  summary: "Put a claim away with all that is below it, with a reason",
  method: "POST",
  path: `${claimPath}/archive`,
  access: "member",
  params: claimParams,
  body: z.strictObject({ reason: line(500, 3) }),
  reply: Rearranged,
});

export const restoreClaim = endpoint({
  name: "restoreClaim",
  summary: "Bring an archived claim back",
  method: "POST",
  path: `${claimPath}/restore`,
  access: "member",
  params: claimParams,
  reply: Rearranged,
});

export const extractClaim = endpoint({
  name: "extractClaim",
  summary: "Make a debate of its own of a claim; what is below it is copied there",
  method: "POST",
  path: `${claimPath}/extraction`,
  access: "member",
  params: claimParams,
  body: z.strictObject({
    question: Question,
    context: Context.default(""),
    topic: TopicId,
    /** The answer that the claim gives, and another one. */
    titles: z.tuple([PositionTitle, PositionTitle]),
  }),
  reply: Rearranged,
});

export const listStructureChanges = endpoint({
  name: "listStructureChanges",
  summary: "How the argument was rearranged, the latest first",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/structure-changes",
  access: "public",
  params: debateParams,
  query: PageQuery,
  reply: pageOf(
    StructureChange.extend({
      /** What the claim says, or said. */
      text: z.string(),
      /** Who made the claim. */
      authorId: Id,
      can: z.object({ undo: z.boolean() }),
    }),
  ),
});

export const undoStructureChange = endpoint({
  name: "undoStructureChange",
  summary: "Take a change of where claims stand back, within 30 days",
  method: "POST",
  path: "/api/communities/:communityId/debates/:debateId/structure-changes/:changeId/undo",
  access: "member",
  params: debateParams.extend({ changeId: Id }),
  reply: Rearranged,
});

export const claimsRearranged = event({
  name: "claims.rearranged",
  payload: z.object({
    communityId: Id,
    debateId: Id,
    ...Rearranged.shape,
    authors: z.array(Author),
  }),
  room: debateRoom,
});

export const structureEndpoints = [
  linkClaim,
  unlinkClaim,
  moveClaim,
  mergeClaims,
  splitClaim,
  archiveClaim,
  restoreClaim,
  extractClaim,
  listStructureChanges,
  undoStructureChange,
];
export const structureEvents = [claimsRearranged];
