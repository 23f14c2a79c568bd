import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { communityParams, debateParams, Id, Moment } from "./ids.ts";
import { pageOf, PageQuery } from "./page.ts";
import { Language, Phase } from "./phases.ts";

/*
 * What a person has read, keeps and wants to hear of. All of it is that person's own: nobody else
 * is ever shown it, and no event tells of it.
 */

/**
 * What somebody is told of a debate: `following`, new positions, decisions and outcomes too; `own`,
 * what is about themselves; `muted`, only what needs them, such as a ballot.
 */
export const stances = ["following", "own", "muted"] as const;
export const Stance = z.enum(stances);
export type Stance = z.infer<typeof Stance>;

/** One person's place in a debate. */
export const Reading = z
  .object({
    /** All that was said until then has been read; null on the first visit. */
    readUpTo: Moment.nullable(),
    /** Whoever asked the question or argues follows, unless they chose otherwise. */
    stance: Stance,
    isBookmarked: z.boolean(),
    /** The claims that are bookmarked. */
    claimIds: z.array(Id),
  })
  .meta({ id: "Reading" });
export type Reading = z.infer<typeof Reading>;

export const readReading = endpoint({
  name: "readReading",
  summary:
    "How far the caller has read a debate, what they bookmarked in it, and whether they follow it",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/reading",
  access: "self",
  params: debateParams,
  reply: Reading,
});

export const markDebateRead = endpoint({
  name: "markDebateRead",
  summary: "Note how far one has read a debate; it only ever moves forward, and never past now",
  method: "PUT",
  path: "/api/communities/:communityId/debates/:debateId/reading/marker",
  access: "self",
  params: debateParams,
  body: z.strictObject({ upTo: Moment }),
  reply: z.object({ readUpTo: Moment }),
});

/** How much was said by others in a debate since the caller was there. */
export const NewClaims = z.object({ debateId: Id, count: z.int() }).meta({ id: "NewClaims" });
export type NewClaims = z.infer<typeof NewClaims>;

export const listNewClaims = endpoint({
  name: "listNewClaims",
  summary: "How many claims are new to the caller in each debate where they were before",
  method: "GET",
  path: "/api/communities/:communityId/reading",
  access: "self",
  params: communityParams,
  reply: z.object({ items: z.array(NewClaims) }),
});

export const followDebate = endpoint({
  name: "followDebate",
  summary: "Choose what one is told of a debate",
  method: "PUT",
  path: "/api/communities/:communityId/debates/:debateId/reading/stance",
  access: "self",
  params: debateParams,
  body: z.strictObject({ stance: Stance }),
});

const limit = { max: 300, perSeconds: 60 };
const debatePath = "/api/communities/:communityId/debates/:debateId/bookmark";
const claimPath = "/api/communities/:communityId/debates/:debateId/claims/:claimId/bookmark";
const claimParams = debateParams.extend({ claimId: Id });

export const bookmarkDebate = endpoint({
  name: "bookmarkDebate",
  summary: "Bookmark a debate",
  method: "PUT",
  path: debatePath,
  access: "self",
  params: debateParams,
  limit,
});

export const forgetDebate = endpoint({
  name: "forgetDebate",
  summary: "Take the bookmark of a debate away",
  method: "DELETE",
  path: debatePath,
  access: "self",
  params: debateParams,
  limit,
});

export const bookmarkClaim = endpoint({
  name: "bookmarkClaim",
  summary: "Bookmark a claim",
  method: "PUT",
  path: claimPath,
  access: "self",
  params: claimParams,
  limit,
});

export const forgetClaim = endpoint({
  name: "forgetClaim",
  summary: "Take the bookmark of a claim away",
  method: "DELETE",
  path: claimPath,
  access: "self",
  params: claimParams,
  limit,
});

/** A claim or a debate that somebody keeps; the text of a withdrawn claim is empty. */
export const Bookmark = z
  .object({
    id: Id,
    community: z.object({ id: Id, slug: z.string(), name: z.string() }),
    debate: z.object({ id: Id, question: z.string(), language: Language, phase: Phase }),
    /** Null where the debate itself is kept. */
    claim: z
      .object({
        id: Id,
        text: z.string(),
        language: Language,
        isWithdrawn: z.boolean(),
        /** Whether the caller has blocked who made it, since. */
        isByBlocked: z.boolean(),
      })
      .nullable(),
    createdAt: Moment,
  })
  .meta({ id: "Bookmark" });
export type Bookmark = z.infer<typeof Bookmark>;

export const listBookmarks = endpoint({
  name: "listBookmarks",
  summary: "The caller's bookmarks in all communities, the newest first",
  method: "GET",
  path: "/api/me/bookmarks",
  access: "self",
  query: PageQuery,
  reply: pageOf(Bookmark),
});

/** How far the ratings of a claim's truth lie apart: their standard deviation, 0 to 2. */
export const Spread = z
  .object({ claimId: Id, count: z.int(), spread: z.number() })
  .meta({ id: "Spread" });
export type Spread = z.infer<typeof Spread>;

export const listSpreads = endpoint({
  name: "listSpreads",
  summary: "The claims whose truth people disagree on most, by the spread of three ratings or more",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/spreads",
  access: "public",
  params: debateParams,
  reply: z.object({ items: z.array(Spread) }),
});

export const readingEndpoints = [
  readReading,
  markDebateRead,
  listNewClaims,
  followDebate,
  bookmarkDebate,
  forgetDebate,
  bookmarkClaim,
  forgetClaim,
  listBookmarks,
  listSpreads,
];
