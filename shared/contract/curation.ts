import { z } from "zod";
import { Side } from "./claims.ts";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { Author, debateParams, Id, Moment } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { brokenRule } from "./reasons.ts";
import { OwnSummaryRating, rateSummary, summaryRated, SummaryRatings } from "./summary-ratings.ts";
import { line, prose } from "./text.ts";

/*
 * How a debate is made easier to read by those who look after it: a summary, what is read first, tags, an order, and
 * the strongest claim of each side. None of it changes what anybody said.
 */

export const mostPins = 5;
export const mostTags = 3;
export const maxTagLength = 30;
export const maxSummaryLength = 20_000;

/**
 * What is curated, each about one subject, as a list of values; an empty list is none.
 * `facilitator`: of a participant, `named`. `pin`: of a claim, `pinned`. `tags`: of a claim, its tags. `order`: of the
 * debate, its positions from the first on; of a position or claim, the edges below it. `pro`, `con`: of a position, the
 * claim that is the strongest on that side.
 */
export const curatedKinds = ["facilitator", "pin", "tags", "order", "pro", "con"] as const;
export const CuratedKind = z.enum(curatedKinds);
export type CuratedKind = z.infer<typeof CuratedKind>;

export const Curated = z
  .object({ kind: CuratedKind, subjectId: Id, values: z.array(z.string()) })
  .meta({ id: "Curated" });
export type Curated = z.infer<typeof Curated>;

/** What a debate has come to so far, in one text; each save is a version. */
export const Summary = z
  .object({
    version: z.int().min(1),
    /** Markdown as written; `[words](claim:<id>)` leads to a claim. */
    text: z.string(),
    author: Author,
    at: Moment,
    /** The older version that it brings back. */
    restores: z.int().nullable(),
  })
  .meta({ id: "Summary" });
export type Summary = z.infer<typeof Summary>;

export const Curation = z
  .object({
    /** The debate's author, then those who were named. */
    facilitators: z.array(Author),
    summary: Summary.nullable(),
    /** How fair the summary is found; null where it says nothing. */
    ratings: SummaryRatings.nullable(),
    mine: OwnSummaryRating.nullable(),
    /** The oldest first. */
    parts: z.array(Curated),
    can: z.object({ curate: z.boolean(), appoint: z.boolean() }),
  })
  .meta({ id: "Curation" });
export type Curation = z.infer<typeof Curation>;

const debatePath = "/api/communities/:communityId/debates/:debateId";
const claimParams = debateParams.extend({ claimId: Id });
const sideParams = debateParams.extend({ positionId: Id, side: Side });

export const readCuration = endpoint({
  name: "readCuration",
  summary: "A debate's summary, facilitators, pins, tags, order and highlights",
  method: "GET",
  path: `${debatePath}/curation`,
  access: "public",
  params: debateParams,
  reply: Curation,
});

const facilitatorParams = debateParams.extend({ participantId: Id });

export const nameFacilitator = endpoint({
  name: "nameFacilitator",
  summary: "Let a member curate a debate",
  method: "PUT",
  path: `${debatePath}/facilitators/:participantId`,
  access: "member",
  params: facilitatorParams,
  reply: Curated,
});

export const dismissFacilitator = endpoint({
  name: "dismissFacilitator",
  summary: "Let a facilitator go; facilitators can go themselves",
  method: "DELETE",
  path: `${debatePath}/facilitators/:participantId`,
  access: "member",
  params: facilitatorParams,
  reply: Curated,
});

/** The version that one has seen; 0 where there was no summary. */
const SeenVersion = z.int().min(0).max(1_000_000);

export const saveSummary = endpoint({
  name: "saveSummary",
  summary: "Write the summary of a debate anew; what it said stays in its history",
  method: "PUT",
  path: `${debatePath}/summary`,
  access: "member",
  params: debateParams,
  body: z.strictObject({ version: SeenVersion, text: prose(maxSummaryLength) }),
  reply: Summary,
});

export const listSummaryVersions = endpoint({
  name: "listSummaryVersions",
  summary: "What the summary of a debate said in each version, the latest first",
  method: "GET",
  path: `${debatePath}/summary/versions`,
  access: "public",
  params: debateParams,
  query: PageQuery,
  reply: pageOf(Summary),
});

export const restoreSummary = endpoint({
  name: "restoreSummary",
  summary: "Bring an older version of the summary back, as a new version",
  method: "POST",
  path: `${debatePath}/summary/versions/:number/restoration`,
  access: "member",
  params: debateParams.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }),
  body: z.strictObject({ version: SeenVersion }),
  reply: Summary,
});

export const pinClaim = endpoint({
  name: "pinClaim",
  summary: "Show a claim above the outline; five at most",
  method: "PUT",
  path: `${debatePath}/claims/:claimId/pin`,
  access: "member",
  params: claimParams,
  reply: Curated,
});

export const unpinClaim = endpoint({
  name: "unpinClaim",
  summary: "Show a claim at its place alone",
  method: "DELETE",
  path: `${debatePath}/claims/:claimId/pin`,
  access: "member",
  params: claimParams,
  reply: Curated,
});

/** A free word of a debate, in the one form in which it is kept: small letters, no sign before it. */
export const Tag = z
  .string()
  .overwrite((text) => text.toLowerCase().replace(/^[\s#]+/u, ""))
  .pipe(line(maxTagLength));

const areDistinct = (values: readonly string[]) => new Set(values).size === values.length;

export const tagClaim = endpoint({
  name: "tagClaim",
  summary: "Say under which words a claim is found; none takes them away",
  method: "PUT",
  path: `${debatePath}/claims/:claimId/tags`,
  access: "member",
  params: claimParams,
  body: z.strictObject({
    tags: z.array(Tag).max(mostTags).refine(areDistinct, brokenRule("same-tags")),
  }),
  reply: Curated,
});

export const setOrder = endpoint({
  name: "setOrder",
  summary: "Set in which order positions, or what is below one of them or a claim, are read",
  method: "PUT",
  path: `${debatePath}/order/:targetId`,
  access: "member",
  params: debateParams.extend({ targetId: Id }),
  body: z.strictObject({
    /** Of the debate's own id its positions, else edges; what is not named follows as it always did. */
    ids: z.array(Id).max(1_000).refine(areDistinct),
  }),
  reply: Curated,
});

export const highlightClaim = endpoint({
  name: "highlightClaim",
  summary: "Say which claim is the strongest for a position, or against it",
  method: "PUT",
  path: `${debatePath}/positions/:positionId/highlights/:side`,
  access: "member",
  params: sideParams,
  body: z.strictObject({ claimId: Id }),
  reply: Curated,
});

export const removeHighlight = endpoint({
  name: "removeHighlight",
  summary: "Call no claim the strongest on a side of a position",
  method: "DELETE",
  path: `${debatePath}/positions/:positionId/highlights/:side`,
  access: "member",
  params: sideParams,
  reply: Curated,
});

/** Who changed what of a debate's curation; `before` and `after` are values, of a summary its versions. */
export const CurationChange = z
  .object({
    id: Id,
    kind: z.enum([...curatedKinds, "summary"]),
    subjectId: Id,
    before: z.array(z.string()),
    after: z.array(z.string()),
    /** What it is about in words: a claim, a position or a name; empty for the debate as a whole. */
    text: z.string(),
    claimId: Id.nullable(),
    /** Who made the claim. */
    authorId: Id.nullable(),
    actor: Author,
    at: Moment,
    undone: z.object({ by: Author, at: Moment }).nullable(),
    can: z.object({ undo: z.boolean() }),
  })
  .meta({ id: "CurationChange" });
export type CurationChange = z.infer<typeof CurationChange>;

export const listCurationChanges = endpoint({
  name: "listCurationChanges",
  summary: "How a debate was curated, the latest first",
  method: "GET",
  path: `${debatePath}/curation-changes`,
  access: "public",
  params: debateParams,
  query: PageQuery,
  reply: pageOf(CurationChange),
});

export const undoCurationChange = endpoint({
  name: "undoCurationChange",
  summary: "Take a change of the curation back, where it has not changed again since",
  method: "POST",
  path: `${debatePath}/curation-changes/:changeId/undo`,
  access: "member",
  params: debateParams.extend({ changeId: Id }),
  reply: Curated,
});

export const curationChanged = event({
  name: "curation.changed",
  payload: z.object({ communityId: Id, debateId: Id, part: Curated }),
  room: debateRoom,
});

export const summaryChanged = event({
  name: "summary.changed",
  payload: z.object({ communityId: Id, debateId: Id, summary: Summary }),
  room: debateRoom,
});

export const curationEndpoints = [
  readCuration,
  nameFacilitator,
  dismissFacilitator,
  saveSummary,
  listSummaryVersions,
  restoreSummary,
  rateSummary,
  pinClaim,
  unpinClaim,
  tagClaim,
  setOrder,
  highlightClaim,
  removeHighlight,
  listCurationChanges,
  undoCurationChange,
];
export const curationEvents = [curationChanged, summaryChanged, summaryRated];
