import type { Db } from "#db/client.ts";
import { withoutClaims } from "#shared/argument/arrangement.ts";
import type { Position } from "#shared/contract/claims.ts";
import { positionView } from "./claim-view.ts";
import { allWellPut } from "./comments/acknowledgement-store.ts";
import { type CommentRow, standingComments } from "./comments/comment-store.ts";
import { definitionsOf } from "./definitions/definition-store.ts";
import {
  claimsOf,
  edgesOf,
  evidenceOf,
  positionsOf,
  relevanceSums,
  truthSums,
} from "./outline-store.ts";
import { ratingCounts } from "./rating-counts-store.ts";
import { readReviews } from "./review-store.ts";
import type { DebateIds } from "./store.ts";

export type WholeArgument = Awaited<ReturnType<typeof wholeArgument>>;

/**
 * All that is argued in a debate, as everybody may know it: withdrawn things without their words, ratings as sums;
 * without what was archived, or is one with another claim.
 */
export async function wholeArgument(db: Db, ids: DebateIds) {
  const [positions, allClaims, allEdges, evidence, words, said, rated] = await Promise.all([
    positionsOf(db, ids),
    claimsOf(db, ids),
    edgesOf(db, ids),
    evidenceOf(db, ids),
    definitionsOf(db, ids),
    standingComments(db, ids),
    allRatings(db, ids),
  ]);
  const away = allClaims.filter(({ archivedAt, mergedInto }) => archivedAt ?? mergedInto);
  const { edges, gone } = withoutClaims(allEdges, new Set(away.map(({ id }) => id)));
  const claims = allClaims.filter(({ id }) => !gone.has(id));
  const ages = new Map(claims.map(({ id }, at) => [id, at]));
  const age = ({ claimId }: { readonly claimId: string }) => ages.get(claimId) ?? 0;
  const into = new Map(allClaims.map(({ id, mergedInto }) => [id, mergedInto]));
  const speaking = new Set(claims.filter(({ withdrawnAt }) => !withdrawnAt).map(({ id }) => id));
  return {
    positions: positions.map((row): Position => positionView(row)),
    claims,
    /** By the age of their claims. */
    edges: edges.toSorted((a, b) => age(a) - age(b) || (a.id < b.id ? -1 : 1)),
    evidence: evidence.filter(({ claimId }) => speaking.has(claimId)),
    definitions: words.map(({ definition }) => definition),
    comments: said.flatMap((comment) => {
      const claimId = heirOf(comment, into);
      return speaking.has(claimId) ? [{ ...comment, claimId }] : [];
    }),
    ...rated,
  };
}

/** The claim with which the one that a comment is on is one by now. */
function heirOf({ claimId }: CommentRow, into: ReadonlyMap<string, string | null>): string {
  let heir = claimId;
  for (let next = into.get(heir); next; next = into.get(heir)) heir = next;
  return heir;
}

/** Ratings and reviews as sums, and how often each rating was given where that does not tell who gave it. */
async function allRatings(db: Db, ids: DebateIds) {
  const [truth, relevance, truths, relevances, reviews, wellPut] = await Promise.all([
    truthSums(db, ids),
    relevanceSums(db, ids),
    ratingCounts(db, "truth", ids),
    ratingCounts(db, "relevance", ids),
    readReviews(db, { ...ids, participantId: null }),
    allWellPut(db, ids),
  ]);
  return {
    truth,
    relevance,
    wellPut,
    values: { truth: truths, relevance: relevances },
    reviews: new Map(reviews.sums.map(({ evidenceId, ...sums }) => [evidenceId, sums])),
  };
}
