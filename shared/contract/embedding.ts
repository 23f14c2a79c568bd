import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { debateParams, Id } from "./ids.ts";
import { brokenRule } from "./reasons.ts";

/*
 * A debate's statements and its opinion map inside pages of other sites: which sites may show them. None may, unless moderators
 * list it. Whoever responds there does so as a visitor.
 */

const origin = /^https?:\/\/[a-z\d-]{1,63}(\.[a-z\d-]{1,63}){0,9}(:\d{1,5})?$/;

/**
 * Whether browsers call a site by just this name, of letters, digits, dots and dashes alone: it becomes a word of the policy
 * that they go by.
 */
const isSite = (text: string): boolean =>
  origin.test(text) && URL.canParse(text) && new URL(text).origin === text;

export const mostSites = 20;

const Sites = z
  .array(z.string().max(200))
  .max(mostSites)
  .refine((sites) => sites.every(isSite), brokenRule("embedding-site"))
  .refine((sites) => new Set(sites).size === sites.length, brokenRule("same-sites"));

export const Embedding = z.object({ sites: z.array(z.string()) }).meta({ id: "Embedding" });
export type Embedding = z.infer<typeof Embedding>;

const path = "/api/communities/:communityId/debates/:debateId/embedding";

export const readEmbedding = endpoint({
  name: "readEmbedding",
  summary: "Which other sites may show a debate's statements and its opinion map in their pages",
  method: "GET",
  path,
  access: "public",
  params: debateParams,
  reply: Embedding,
});

export const settleEmbedding = endpoint({
  name: "settleEmbedding",
  summary:
    "Say which other sites may show a debate's statements and its opinion map; an empty list: none",
  method: "PUT",
  path,
  access: "moderator",
  params: debateParams,
  body: z.strictObject({ sites: Sites }),
  reply: Embedding,
});

/** What a page inside another says where its browser does not tell whose page that is. */
export const unknownSite = "unknown";

/** Whose page shows the one that calls, as `https://www.example.org`, or `unknown`; left out by a page that stands by itself. */
export const FramedBy = z.string().max(300).optional();

/** Whether a page inside another may go on: its site is on the list, or is not known and some site is. */
export function maySiteShow(sites: readonly string[], framedBy: string): boolean {
  return framedBy === unknownSite ? sites.length > 0 : sites.includes(framedBy);
}

/** Other sites than before may show a debate now. */
export const embeddingSettled = event({
  name: "embedding.settled",
  payload: z.object({ communityId: Id, debateId: Id }),
  room: debateRoom,
});

export const embeddingEvents = [embeddingSettled] as const;
export const embeddingEndpoints = [readEmbedding, settleEmbedding] as const;
