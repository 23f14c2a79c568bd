import { z } from "zod";
import { shortages, tooMany } from "../opinions/bridging/bridging.ts";
import { endpoint } from "./endpoint.ts";
import { debateParams, Id } from "./ids.ts";
import { Fairness } from "./summary-ratings.ts";

/** How far something is found good by people who usually differ; null, and why, where too few have said so, or too many. */
const BridgingScore = z.object({
  raters: z.int(),
  score: z.number().nullable(),
  shortage: z.enum([...shortages, tooMany]).nullable(),
});
export type BridgingScore = z.infer<typeof BridgingScore>;

/** What was rated in a debate's argument, and its summary, all of it scored together. */
export const ArgumentBridging = z
  .object({
    claims: z.array(BridgingScore.extend({ claimId: Id })),
    sources: z.array(BridgingScore.extend({ evidenceId: Id })),
    /** The newest version; null where it says nothing. */
    summary: BridgingScore.extend({
      version: z.int(),
      /** What somebody who leans to no side would say of it, as far as ratings tell; null without a score. */
      answer: Fairness.nullable(),
    }).nullable(),
    /** How many people rate the same things as others within minutes in the same way: each such circle counts as one. */
    correlated: z.int(),
  })
  .meta({ id: "ArgumentBridging" });
export type ArgumentBridging = z.infer<typeof ArgumentBridging>;

export const readArgumentBridging = endpoint({
  name: "readArgumentBridging",
  summary:
    "Which claims and sources people who usually differ find good, and whether they find the summary fair",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/bridging",
  access: "public",
  params: debateParams,
  reply: ArgumentBridging,
});

export const bridgingEndpoints = [readArgumentBridging];
