import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { debateRoom, event } from "./event.ts";
import { debateParams, Id } from "./ids.ts";

/** From 0 (not at all) to 4 (fully); null: "don't know". Who gave which is shown to nobody. */
export const Rating = z.int().min(0).max(4).nullable();

/** All ratings of one thing: how many from 0 to 4, and what they add up to; the mean is sum / count. */
export const RatingSum = z
  .object({
    count: z.int(),
    sum: z.int(),
    /** How many don't know; absent where nobody said so. */
    unknown: z.int().optional(),
  })
  .meta({ id: "RatingSum" });
export type RatingSum = z.infer<typeof RatingSum>;

export const RelevanceSum = RatingSum.extend({
  /** How many of them were cast when the claim stood at another place. */
  former: z.int().optional(),
}).meta({ id: "RelevanceSum" });
export type RelevanceSum = z.infer<typeof RelevanceSum>;

/** How many must have rated a thing before it is told how their ratings lie: with fewer it would tell who gave which. */
export const leastRatings = 3;

const truthPath = "/api/communities/:communityId/debates/:debateId/claims/:claimId/truth";
const relevancePath = "/api/communities/:communityId/debates/:debateId/edges/:edgeId/relevance";
const truthParams = debateParams.extend({ claimId: Id });
const relevanceParams = debateParams.extend({ edgeId: Id });
const limit = { max: 600, perSeconds: 60 };

export const rateTruth = endpoint({
  name: "rateTruth",
  summary: "Say how true a claim is",
  method: "PUT",
  path: truthPath,
  access: "member",
  params: truthParams,
  body: z.strictObject({ rating: Rating }),
  limit,
});

export const takeBackTruth = endpoint({
  name: "takeBackTruth",
  summary: "Take one's rating of a claim's truth back",
  method: "DELETE",
  path: truthPath,
  access: "member",
  params: truthParams,
  limit,
});

export const rateRelevance = endpoint({
  name: "rateRelevance",
  summary: "Say how much a claim bears on what it is for or against",
  method: "PUT",
  path: relevancePath,
  access: "member",
  params: relevanceParams,
  body: z.strictObject({ rating: Rating }),
  limit,
});

export const takeBackRelevance = endpoint({
  name: "takeBackRelevance",
  summary: "Take one's rating of an edge's relevance back",
  method: "DELETE",
  path: relevancePath,
  access: "member",
  params: relevanceParams,
  limit,
});

/** The ratings of what was rated a moment ago, as they are now. */
export const ratingsChanged = event({
  name: "ratings.changed",
  folded: true,
  payload: z.object({
    communityId: Id,
    debateId: Id,
    truth: z.array(RatingSum.extend({ claimId: Id })),
    relevance: z.array(RelevanceSum.extend({ edgeId: Id })),
  }),
  room: debateRoom,
});

export const ratingEndpoints = [rateTruth, takeBackTruth, rateRelevance, takeBackRelevance];
export const ratingEvents = [ratingsChanged];
