import { z } from "zod";
import { sides } from "../opinions/representative.ts";
import { PositionText, PositionTitle, RoomHead } from "./debates.ts";
import { endpoint, postsFromAddress } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { Evidence, EvidenceDraft } from "./evidence.ts";
import { Author, debateParams, Id, Moment, Version } from "./ids.ts";
import { Language } from "./phases.ts";
import { Rating, RatingSum, RelevanceSum } from "./ratings.ts";
import { Reviews } from "./reviews.ts";
import { ModerationMark } from "./moderated.ts";
import { line } from "./text.ts";

export const maxClaimLength = 500;
export const ClaimText = line(maxClaimLength, 3);

/** Statements out of which a position was made, and the opinion map by which they bridge. */
export const Bridges = z
  .object({
    runId: Id,
    computedAt: Moment,
    /** With its number in that map's report, and the side that all groups take on it. */
    statements: z.array(z.object({ statementId: Id, number: z.int(), side: z.enum(sides) })),
  })
  .meta({ id: "Bridges" });
export type Bridges = z.infer<typeof Bridges>;

/** A panel drawn by lot recommended it: so many of its seats said yes. Null where the panel is of where this came from. */
export const ByPanel = z
  .object({ panelId: Id.nullable(), yes: z.int(), seats: z.int() })
  .meta({ id: "ByPanel" });
export type ByPanel = z.infer<typeof ByPanel>;

/** One candidate answer. Withdrawn ones say nothing any more. */
export const Position = z
  .object({
    id: Id,
    title: z.string(),
    /** Markdown as written. */
    text: z.string(),
    authorId: Id,
    version: Version,
    createdAt: Moment,
    /** Absent where it was not made out of statements. */
    bridges: Bridges.optional(),
    /** Absent where it is no panel's recommendation. */
    byPanel: ByPanel.optional(),
    /** When its author took it back; or when moderation put it out of sight, which then has left a mark. */
    withdrawnAt: Moment.optional(),
    moderation: ModerationMark.optional(),
  })
  .meta({ id: "Position" });
export type Position = z.infer<typeof Position>;

/** What a claim is: said, or taken for granted here, so that it can be attacked as such. */
export const claimKinds = ["claim", "assumption"] as const;
export const ClaimKind = z.enum(claimKinds);
export type ClaimKind = z.infer<typeof ClaimKind>;

/** A node of the argument tree; its edges say where it stands. Withdrawn ones have no text. */
export const Claim = z
  .object({
    id: Id,
    text: z.string(),
    /** Absent of what is simply claimed. */
    kind: z.literal("assumption").optional(),
    language: Language,
    authorId: Id,
    version: Version,
    createdAt: Moment,
    /** When its author took it back; or when moderation put it out of sight, which then has left a mark. */
    withdrawnAt: Moment.optional(),
    moderation: ModerationMark.optional(),
    /** When it was put away with all that is below it; can be brought back. */
    archivedAt: Moment.optional(),
    /** The claim that says the same, and has its places and replies now. */
    mergedInto: Id.optional(),
    /** The debate that argues it further. */
    extractedTo: Id.optional(),
    /** How true people find it; absent until somebody rated. */
    truth: RatingSum.optional(),
  })
  .meta({ id: "Claim" });
export type Claim = z.infer<typeof Claim>;

export const Side = z.enum(["pro", "con"]);
export type Side = z.infer<typeof Side>;

/** What a claim speaks to; an edge, when it says that a claim bears on its target, or does not. */
export const TargetKind = z.enum(["position", "claim", "edge"]);
export type TargetKind = z.infer<typeof TargetKind>;

/** A claim is pro or con its target. */
export const Edge = z
  .object({
    id: Id,
    claimId: Id,
    side: Side,
    targetKind: TargetKind,
    targetId: Id,
    /** How much people find that it bears on the target; absent until somebody rated. */
    relevance: RelevanceSum.optional(),
  })
  .meta({ id: "Edge" });
export type Edge = z.infer<typeof Edge>;

/** All of a debate's argument in flat lists, the oldest first; edges in no order. */
export const Outline = z
  .object({
    room: RoomHead,
    authors: z.array(Author),
    positions: z.array(Position),
    claims: z.array(Claim),
    edges: z.array(Edge),
    evidence: z.array(Evidence),
    /** Where sources stood that moderation keeps out of sight; absent where there are none. */
    hiddenSources: z
      .array(
        Evidence.pick({ id: true, claimId: true, authorId: true, moderation: true }).required(),
      )
      .optional(),
    reviews: Reviews,
    /** The reader's own ratings. */
    mine: z.object({
      truth: z.array(z.object({ claimId: Id, rating: Rating })),
      /** `isFormer`: cast when the claim stood at another place. */
      relevance: z.array(
        z.object({ edgeId: Id, rating: Rating, isFormer: z.literal(true).optional() }),
      ),
    }),
    can: z.object({
      addPosition: z.boolean(),
      addClaim: z.boolean(),
      rate: z.boolean(),
      /** The positions, claims and evidence that the reader may edit and withdraw now. */
      change: z.array(Id),
      /** Whether the reader may change where claims stand that are not the reader's own. */
      arrange: z.boolean(),
    }),
  })
  .meta({ id: "Outline" });
export type Outline = z.infer<typeof Outline>;

export const readOutline = endpoint({
  name: "readOutline",
  summary: "The positions, claims, edges, evidence and ratings of a debate in one reply",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/claims",
  access: "public",
  params: debateParams,
  reply: Outline,
});

const positionParams = debateParams.extend({ positionId: Id });
const claimParams = debateParams.extend({ claimId: Id });

export const addPosition = endpoint({
  name: "addPosition",
  summary: "Propose an answer to the question",
  method: "POST",
  path: "/api/communities/:communityId/debates/:debateId/positions",
  access: "member",
  params: debateParams,
  body: z.strictObject({ title: PositionTitle, text: PositionText.default("") }),
  reply: Position,
  furtherLimit: postsFromAddress,
});

export const editPosition = endpoint({
  name: "editPosition",
  summary: "Reword a position of one's own",
  method: "PATCH",
  path: "/api/communities/:communityId/debates/:debateId/positions/:positionId",
  access: "member",
  params: positionParams,
  body: z.strictObject({ version: Version, title: PositionTitle, text: PositionText }),
  reply: Position,
});

export const withdrawPosition = endpoint({
  name: "withdrawPosition",
  summary: "Withdraw a position of one's own; what others wrote under it stays",
  method: "DELETE",
  path: "/api/communities/:communityId/debates/:debateId/positions/:positionId",
  access: "member",
  params: positionParams,
  reply: Position,
});

/** A claim with the edges by which it stands in the tree, and its sources. */
export const PlacedClaim = z
  .object({ claim: Claim, edges: z.array(Edge), evidence: z.array(Evidence) })
  .meta({ id: "PlacedClaim" });
export type PlacedClaim = z.infer<typeof PlacedClaim>;

export const addClaim = endpoint({
  name: "addClaim",
  summary: "Say one thing for or against a position, a claim or a claim's bearing, with sources",
  method: "POST",
  path: "/api/communities/:communityId/debates/:debateId/claims",
  access: "member",
  params: debateParams,
  body: z.strictObject({
    target: z.strictObject({ kind: TargetKind, id: Id }),
    side: Side,
    text: ClaimText,
    kind: ClaimKind.default("claim"),
    /** The debate's language unless said. */
    language: Language.optional(),
    evidence: z.array(EvidenceDraft).max(5).default([]),
  }),
  reply: PlacedClaim,
  furtherLimit: postsFromAddress,
});

export const editClaim = endpoint({
  name: "editClaim",
  summary: "Reword a claim of one's own; what it said before stays in its history",
  method: "PATCH",
  path: "/api/communities/:communityId/debates/:debateId/claims/:claimId",
  access: "member",
  params: claimParams,
  body: z.strictObject({ version: Version, text: ClaimText, kind: ClaimKind.optional() }),
  reply: Claim,
});

export const withdrawClaim = endpoint({
  name: "withdrawClaim",
  summary: "Withdraw a claim of one's own; replies to it stay",
  method: "DELETE",
  path: "/api/communities/:communityId/debates/:debateId/claims/:claimId",
  access: "member",
  params: claimParams,
  reply: Claim,
});

/** What something said in one version, until it was edited. */
export const Revision = z
  .object({
    version: Version,
    text: z.string(),
    editor: Author,
    at: Moment,
    /** Who put these words in the claim's place, where somebody else had suggested them. */
    acceptedBy: Author.optional(),
  })
  .meta({ id: "Revision" });
export type Revision = z.infer<typeof Revision>;

const Revisions = z.object({ items: z.array(Revision) });

export const listClaimRevisions = endpoint({
  name: "listClaimRevisions",
  summary: "What a claim said in each version, the latest first",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/claims/:claimId/revisions",
  access: "public",
  params: claimParams,
  reply: Revisions,
});

export const listPositionRevisions = endpoint({
  name: "listPositionRevisions",
  summary: "What a position said in each version, the latest first",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/positions/:positionId/revisions",
  access: "public",
  params: positionParams,
  reply: Revisions,
});

const inDebate = z.object({ communityId: Id, debateId: Id });
const positionPayload = inDebate.extend({ position: Position, authors: z.array(Author) });
const claimPayload = inDebate.extend({ ...PlacedClaim.shape, authors: z.array(Author) });

export const positionAdded = event({
  name: "position.added",
  payload: positionPayload,
  room: debateRoom,
});
export const positionChanged = event({
  name: "position.changed",
  payload: positionPayload,
  room: debateRoom,
});
export const positionWithdrawn = event({
  name: "position.withdrawn",
  payload: positionPayload,
  room: debateRoom,
});

export const claimAdded = event({ name: "claim.added", payload: claimPayload, room: debateRoom });
export const claimChanged = event({
  name: "claim.changed",
  payload: inDebate.extend({ claim: Claim }),
  room: debateRoom,
});
export const claimWithdrawn = event({
  name: "claim.withdrawn",
  payload: inDebate.extend({ claim: Claim }),
  room: debateRoom,
});

export const claimEndpoints = [
  readOutline,
  addPosition,
  editPosition,
  withdrawPosition,
  listPositionRevisions,
  addClaim,
  editClaim,
  withdrawClaim,
  listClaimRevisions,
];
export const claimEvents = [
  positionAdded,
  positionChanged,
  positionWithdrawn,
  claimAdded,
  claimChanged,
  claimWithdrawn,
];
