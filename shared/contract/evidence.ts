import { z } from "zod";
import { endpoint, postsFromAddress } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { Author, debateParams, Id, Moment, Version } from "./ids.ts";
import { ModerationMark } from "./moderated.ts";
import { line, prose, WebAddress } from "./text.ts";

export const evidenceKinds = [
  "study",
  "data",
  "code",
  "audit",
  "news",
  "testimony",
  "law",
] as const;
export const EvidenceKind = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** What was found at a source's address, where the installation looks such things up. */
export const LinkCheck = z
  .object({
    at: Moment,
    /** The answer's HTTP status; null where there was none. */
    status: z.int().nullable(),
    /** The page's own title, or empty. */
    title: z.string(),
    /** SHA-256 of what came, in hex, so that a later change can be noticed; null where nothing came. */
    hash: z.string().nullable(),
  })
  .meta({ id: "LinkCheck" });
export type LinkCheck = z.infer<typeof LinkCheck>;

/** A source attached to a claim. */
export const Evidence = z
  .object({
    id: Id,
    claimId: Id,
    kind: EvidenceKind,
    url: z.string(),
    title: z.string(),
    publisher: z.string(),
    publishedOn: z.string().nullable(),
    quote: z.string(),
    authorId: Id,
    version: Version,
    createdAt: Moment,
    check: LinkCheck.optional(),
    moderation: ModerationMark.optional(),
  })
  .meta({ id: "Evidence" });
export type Evidence = z.infer<typeof Evidence>;

/** What a person writes of a source. */
export const EvidenceDraft = z.strictObject({
  kind: EvidenceKind,
  url: WebAddress,
  title: line(300),
  publisher: line(200, 0).default(""),
  publishedOn: z.iso.date().nullable().default(null),
  quote: prose(1_000).default(""),
});
export type EvidenceDraft = z.infer<typeof EvidenceDraft>;

const evidenceParams = debateParams.extend({ evidenceId: Id });

export const addEvidence = endpoint({
  name: "addEvidence",
  summary: "Attach a source to a claim",
  method: "POST",
  path: "/api/communities/:communityId/debates/:debateId/claims/:claimId/evidence",
  access: "member",
  params: debateParams.extend({ claimId: Id }),
  body: EvidenceDraft,
  reply: Evidence,
  furtherLimit: postsFromAddress,
});

export const editEvidence = endpoint({
  name: "editEvidence",
  summary: "Correct a source of one's own",
  method: "PATCH",
  path: "/api/communities/:communityId/debates/:debateId/evidence/:evidenceId",
  access: "member",
  params: evidenceParams,
  body: EvidenceDraft.extend({ version: Version }),
  reply: Evidence,
});

export const withdrawEvidence = endpoint({
  name: "withdrawEvidence",
  summary: "Take a source of one's own away",
  method: "DELETE",
  path: "/api/communities/:communityId/debates/:debateId/evidence/:evidenceId",
  access: "member",
  params: evidenceParams,
});

const payload = z.object({
  communityId: Id,
  debateId: Id,
  evidence: Evidence,
  authors: z.array(Author),
});

export const evidenceAdded = event({ name: "evidence.added", payload, room: debateRoom });
export const evidenceChanged = event({ name: "evidence.changed", payload, room: debateRoom });
export const evidenceWithdrawn = event({
  name: "evidence.withdrawn",
  payload: z.object({ communityId: Id, debateId: Id, evidenceId: Id, claimId: Id }),
  room: debateRoom,
});

export const evidenceEndpoints = [addEvidence, editEvidence, withdrawEvidence];
export const evidenceEvents = [evidenceAdded, evidenceChanged, evidenceWithdrawn];
