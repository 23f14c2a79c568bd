import { z } from "zod";
import { DebateView } from "./debates.ts";
import { FramedBy } from "./embedding.ts";
import { endpoint } from "./endpoint.ts";
import { debateParams, Id, Moment } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { mostProofBits } from "#shared/spam/proof-of-work.ts";
import { Cards, CardsQuery, GivenResponse, OwnResponse, ResponseValue } from "./statements.ts";

/*
 * Responding to statements without an account, where a debate's moderators allow it, and nothing else. A visit is an id
 * in a signed cookie, which lasts this many days; no address and no device is kept with what somebody responds.
 */
export const visitLastsDays = 180;

const debatePath = "/api/communities/:communityId/debates/:debateId";
const visitPath = `${debatePath}/visit` as const;

export const admitVisitors = endpoint({
  name: "admitVisitors",
  summary:
    "Say whether people without an account may respond to a debate's statements, and whether that is counted; what was given stays",
  method: "PUT",
  path: `${debatePath}/visitors`,
  access: "moderator",
  params: debateParams,
  body: z.strictObject({
    admitted: z.boolean(),
    counted: z.boolean(),
    /** How many zero bits the proof of work of a visitor's browser has; 0 asks for none. */
    proofBits: z.int().min(0).max(mostProofBits).default(0),
  }),
  reply: DebateView,
});

/** What a browser computes before its visitor responds: see `shared/spam/proof-of-work.ts`. */
export const VisitPuzzle = z
  .object({
    challenge: z.string(),
    /** 0 where nothing is asked of this visit any more. */
    bits: z.int(),
    expiresAt: Moment,
  })
  .meta({ id: "VisitPuzzle" });
export type VisitPuzzle = z.infer<typeof VisitPuzzle>;

export const openVisitPuzzle = endpoint({
  name: "openVisitPuzzle",
  summary:
    "What this browser has to compute before it begins to respond, where a debate asks for that",
  method: "GET",
  path: `${visitPath}/puzzle`,
  access: "public",
  params: debateParams,
  reply: VisitPuzzle,
  limit: { max: 240, perSeconds: 3_600, by: "address" },
});

export const beginVisit = endpoint({
  name: "beginVisit",
  summary:
    "Begin to respond without an account: sets the cookie; changes nothing where it is there",
  method: "POST",
  path: visitPath,
  access: "public",
  params: debateParams,
  /** Whether the page is shown inside one of another site: its browser keeps a cookie of its own there. */
  query: z.strictObject({
    framed: z.enum(["true", "false"]).default("false"),
    framedBy: FramedBy,
  }),
  body: z
    .strictObject({
      /** The puzzle that `openVisitPuzzle` gave, and what solves it; each is taken once. */
      challenge: z.string().max(300),
      answer: z.int().min(0),
    })
    .optional(),
  repeatable: true,
  limit: { max: 60, perSeconds: 3_600, by: "address" },
});

export const nextForVisitor = endpoint({
  name: "nextForVisitor",
  summary: "Statements that this visit has not responded to, the most useful ones first",
  method: "GET",
  path: `${visitPath}/next`,
  access: "public",
  params: debateParams,
  query: CardsQuery,
  reply: Cards.extend({
    /** Whether this browser has begun a visit, which the first response needs, with the proof that is asked for. */
    hasVisit: z.boolean(),
    /** Whether it has to give one first: see `openVisitPuzzle`. */
    needsProof: z.boolean(),
  }),
});

export const respondAsVisitor = endpoint({
  name: "respondAsVisitor",
  summary: "Agree (1), disagree (-1) or pass (0) without an account; the latest response counts",
  method: "PUT",
  path: `${visitPath}/responses/:statementId`,
  access: "public",
  params: debateParams.extend({ statementId: Id }),
  query: z.strictObject({ framedBy: FramedBy }),
  body: z.strictObject({ value: ResponseValue }),
  reply: GivenResponse,
  limit: { max: 60, perSeconds: 60, by: "visit" },
  furtherLimit: { max: 600, perSeconds: 60, by: "address" },
});

export const listVisitResponses = endpoint({
  name: "listVisitResponses",
  summary: "What this visit has responded in a debate, newest first; nobody else sees it",
  method: "GET",
  path: `${visitPath}/responses`,
  access: "public",
  params: debateParams,
  query: PageQuery,
  reply: pageOf(OwnResponse),
});

export const endVisit = endpoint({
  name: "endVisit",
  summary: "End the visit in this browser: takes the cookie away; what was responded stays counted",
  method: "DELETE",
  path: "/api/visit",
  access: "public",
});

export const visitorEndpoints = [
  admitVisitors,
  openVisitPuzzle,
  beginVisit,
  nextForVisitor,
  respondAsVisitor,
  listVisitResponses,
  endVisit,
] as const;
