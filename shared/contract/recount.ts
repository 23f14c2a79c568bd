import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Id } from "./ids.ts";

export const readBallotProofs = endpoint({
  name: "readBallotProofs",
  summary:
    "Ballots of a closed decision whose ids begin alike, with the proofs that they are on the signed list",
  method: "GET",
  path: "/api/communities/:communityId/decisions/:decisionId/ballot-proofs",
  access: "public",
  params: z.object({ communityId: Id, decisionId: Id }),
  /** Who asks for one whole id tells the server whose ballot it is; a beginning hides it among others. */
  query: z.object({
    begins: z
      .string()
      .regex(/^[0-9a-f]{0,64}$/)
      .default(""),
  }),
  download: "JSON: rules, result, ballots, and the proofs that they are on the signed list",
  limit: { max: 60, perSeconds: 60 },
});

export const recountEndpoints = [readBallotProofs];
