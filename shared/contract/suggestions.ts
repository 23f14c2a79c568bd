import { z } from "zod";
import { Claim, ClaimText } from "./claims.ts";
import { Reason } from "./debates.ts";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { Author, debateParams, Id, Moment, Version } from "./ids.ts";

export const SuggestionStatus = z.enum(["open", "accepted", "declined", "withdrawn"]);
export type SuggestionStatus = z.infer<typeof SuggestionStatus>;

/** How many members, besides who suggests and who wrote the claim, put suggested words in its place. */
export const supportersNeeded = 2;

/** New words for a claim. */
export const Suggestion = z
  .object({
    id: Id,
    claimId: Id,
    /** The version that it rewords; outdated when the claim is at another one. */
    claimVersion: Version,
    text: z.string(),
    reason: z.string(),
    author: Author,
    supporters: z.array(Author),
    status: SuggestionStatus,
    createdAt: Moment,
    /** Who accepted, declined or withdrew it last. */
    settled: z.object({ by: Author, at: Moment }).nullable(),
  })
  .meta({ id: "Suggestion" });
export type Suggestion = z.infer<typeof Suggestion>;

const debatePath = "/api/communities/:communityId/debates/:debateId";
const onePath = `${debatePath}/suggestions/:suggestionId` as const;
const suggestionParams = debateParams.extend({ suggestionId: Id });

export const suggestWording = endpoint({
  name: "suggestWording",
  summary: "Suggest other words for somebody else's claim",
  method: "POST",
  path: `${debatePath}/claims/:claimId/suggestions`,
  access: "member",
  params: debateParams.extend({ claimId: Id }),
  body: z.strictObject({ version: Version, text: ClaimText, reason: Reason.default("") }),
  reply: Suggestion,
});

export const listSuggestions = endpoint({
  name: "listSuggestions",
  summary: "The suggestions in a debate that wait for an answer, the oldest first",
  method: "GET",
  path: `${debatePath}/suggestions`,
  access: "public",
  params: debateParams,
  reply: z.object({ items: z.array(Suggestion) }),
});

/** A suggestion after an answer to it, and the claim where that changed its words. */
export const Answered = z.object({ suggestion: Suggestion, claim: Claim.nullable() });

export const acceptSuggestion = endpoint({
  name: "acceptSuggestion",
  summary: "As the claim's author, accept at once; as another member, support: two suffice",
  method: "PUT",
  path: `${onePath}/acceptance`,
  access: "member",
  params: suggestionParams,
  reply: Answered,
});

export const takeBackSupport = endpoint({
  name: "takeBackSupport",
  summary: "Support a suggestion no longer",
  method: "DELETE",
  path: `${onePath}/acceptance`,
  access: "member",
  params: suggestionParams,
  reply: Suggestion,
});

export const declineSuggestion = endpoint({
  name: "declineSuggestion",
  summary: "As the claim's author, decline; as who suggested it, withdraw",
  method: "DELETE",
  path: onePath,
  access: "member",
  params: suggestionParams,
  reply: Suggestion,
});

export const suggestionChanged = event({
  name: "suggestion.changed",
  payload: z.object({ communityId: Id, debateId: Id, suggestion: Suggestion }),
  room: debateRoom,
});

export const suggestionEndpoints = [
  suggestWording,
  listSuggestions,
  acceptSuggestion,
  takeBackSupport,
  declineSuggestion,
];
export const suggestionEvents = [suggestionChanged];
