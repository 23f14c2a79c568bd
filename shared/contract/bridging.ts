import { z } from "zod";
import { shortages } from "../opinions/bridging/bridging.ts";
import { endpoint } from "./endpoint.ts";
import { debateParams, Id } from "./ids.ts";

/** How far something is found good by people who usually differ; null, and why, where too few have said so. */
const BridgingScore = z.object({
  raters: z.int(),
  score: z.number().nullable(),
  shortage: z.enum(shortages).nullable(),
});
export type BridgingScore = z.infer<typeof BridgingScore>;

/** What was rated in a debate's argument, all of it scored together. */
export const ArgumentBridging = z
  .object({
    claims: z.array(BridgingScore.extend({ claimId: Id })),
    sources: z.array(BridgingScore.extend({ evidenceId: Id })),
    /** How many people rate the same things as others within minutes in the same way: each such circle counts as one. */
    correlated: z.int(),
  })
  .meta({ id: "ArgumentBridging" });
export type ArgumentBridging = z.infer<typeof ArgumentBridging>;

export const readArgumentBridging = endpoint({
  name: "readArgumentBridging",
  summary: "Which claims and sources are found good by people who usually differ",
  method: "GET",
  path: "/api/communities/:communityId/debates/:debateId/bridging",
  access: "public",
  params: debateParams,
  reply: ArgumentBridging,
});

export const bridgingEndpoints = [readArgumentBridging];
