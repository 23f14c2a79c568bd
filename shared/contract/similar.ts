import { z } from "zod";
import { likenesses } from "../finding/likeness.ts";
import { ClaimText, Side, TargetKind } from "./claims.ts";
import { endpoint } from "./endpoint.ts";
import { debateParams, Id } from "./ids.ts";
import { Language } from "./phases.ts";

/** What somebody writes and may have been written before. */
export const similarKinds = ["claim", "position", "statement"] as const;
export const SimilarKind = z.enum(similarKinds);
export type SimilarKind = z.infer<typeof SimilarKind>;

/** Something of the same kind that is said in similar words. */
export const Similar = z
  .object({
    id: Id,
    text: z.string(),
    language: Language,
    /** How much of it is in the same words. */
    likeness: z.enum(likenesses),
    /** The other debate in which it stands; null where it is this one. */
    debate: z.object({ id: Id, question: z.string(), language: Language }).nullable(),
    /** What a claim speaks to, and for which side; null of what is no claim. Of withdrawn words there are none. */
    place: z.object({ side: Side, targetKind: TargetKind, about: z.string() }).nullable(),
  })
  .meta({ id: "Similar" });
export type Similar = z.infer<typeof Similar>;

/** So many at most: one glance, while somebody writes. */
export const mostSimilar = 5;

export const findSimilar = endpoint({
  name: "findSimilar",
  summary:
    "What was said in similar words before: in this debate first, then in others of the community",
  method: "POST",
  path: "/api/communities/:communityId/debates/:debateId/similar",
  access: "member",
  params: debateParams,
  body: z.strictObject({ kind: SimilarKind, text: ClaimText }),
  reply: z.object({ items: z.array(Similar).max(mostSimilar) }),
  // Words that somebody has not said yet are in no address, and so in no log; asking changes nothing.
  repeatable: true,
  limit: { max: 60, perSeconds: 60 },
});

export const similarEndpoints = [findSimilar];
