import type { z } from "zod";
import type { Outline } from "#shared/contract/claims.ts";
import type { RatingSum, ratingsChanged } from "#shared/contract/ratings.ts";
import type { Rating } from "../ui/rating-input.tsx";

export type RatingKind = "truth" | "relevance";

/** All ratings of a debate: truth by claim, relevance by edge. */
export interface Ratings {
  readonly sums: Record<RatingKind, ReadonlyMap<string, RatingSum>>;
  /** The reader's own; null for "don't know". */
  readonly mine: Record<RatingKind, ReadonlyMap<string, Rating>>;
}

export function ratingsOf({ claims, edges, mine }: Outline): Ratings {
  return {
    sums: {
      truth: new Map(claims.flatMap(({ id, truth }) => (truth ? [[id, truth]] : []))),
      relevance: new Map(
        edges.flatMap(({ id, relevance }) => (relevance ? [[id, relevance]] : [])),
      ),
    },
    mine: {
      truth: new Map(mine.truth.map(({ claimId, rating }) => [claimId, rating as Rating])),
      relevance: new Map(mine.relevance.map(({ edgeId, rating }) => [edgeId, rating as Rating])),
    },
  };
}

/** The sums as the room tells them: absolute, so that what comes twice changes nothing. */
export function withSums(
  ratings: Ratings,
  { truth, relevance }: z.infer<(typeof ratingsChanged)["payload"]>,
): Ratings {
  const after = { truth: new Map(ratings.sums.truth), relevance: new Map(ratings.sums.relevance) };
  for (const { claimId, count, sum } of truth) after.truth.set(claimId, { count, sum });
  for (const { edgeId, count, sum } of relevance) after.relevance.set(edgeId, { count, sum });
  return { ...ratings, sums: after };
}

/** The reader's own rating of one thing; undefined where there is none. */
export function withMine(
  ratings: Ratings,
  kind: RatingKind,
  { id, rating }: { readonly id: string; readonly rating: Rating | undefined },
): Ratings {
  const mine = new Map(ratings.mine[kind]);
  if (rating === undefined) mine.delete(id);
  else mine.set(id, rating);
  return { ...ratings, mine: { ...ratings.mine, [kind]: mine } };
}

/** The mean of ratings, 0 to 4; null where nobody rated. */
export function meanOf(sum: RatingSum | undefined): number | null {
  return sum && sum.count > 0 ? sum.sum / sum.count : null;
}
