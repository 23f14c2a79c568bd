import type { z } from "zod";
import type { Outline } from "#shared/contract/claims.ts";
import type { RatingSum, ratingsChanged, RelevanceSum } from "#shared/contract/ratings.ts";
import type { Rearranged } from "#shared/contract/structure.ts";
import type { Rating } from "../ui/rating-input.tsx";

export type RatingKind = "truth" | "relevance";

/** All ratings of a debate: truth by claim, relevance by edge. */
export interface Ratings {
  readonly sums: Record<RatingKind, ReadonlyMap<string, RelevanceSum>>;
  /** The reader's own; null for "don't know". */
  readonly mine: Record<RatingKind, ReadonlyMap<string, Rating>>;
  /** Edges that the reader rated when they stood at another place. */
  readonly former: ReadonlySet<string>;
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
    former: new Set(mine.relevance.flatMap(({ edgeId, isFormer }) => (isFormer ? [edgeId] : []))),
  };
}

/** The sums as the room tells them: absolute, so that what comes twice changes nothing. */
export function withSums(
  ratings: Ratings,
  { truth, relevance }: z.infer<(typeof ratingsChanged)["payload"]>,
): Ratings {
  const after = { truth: new Map(ratings.sums.truth), relevance: new Map(ratings.sums.relevance) };
  for (const { claimId, ...sums } of truth) after.truth.set(claimId, sums);
  for (const { edgeId, ...sums } of relevance) after.relevance.set(edgeId, sums);
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
  const former = new Set([...ratings.former].filter((edgeId) => edgeId !== id));
  return { ...ratings, mine: { ...ratings.mine, [kind]: mine }, former };
}

/** Whether the reader has rated something that a change touched: only the server knows what became of that. */
export function touchesMine({ mine }: Ratings, { claims, edges, gone }: Rearranged): boolean {
  const truth = claims.flatMap(({ id, mergedInto }) => [id, mergedInto ?? id]);
  return (
    truth.some((id) => mine.truth.has(id)) ||
    [...gone, ...edges.map(({ id }) => id)].some((id) => mine.relevance.has(id))
  );
}

/** The mean of ratings, 0 to 4; null where nobody rated. */
export function meanOf(sum: RatingSum | undefined): number | null {
  return sum && sum.count > 0 ? sum.sum / sum.count : null;
}
