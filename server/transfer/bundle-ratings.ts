import { fairnesses } from "#shared/contract/summary-ratings.ts";
import { type Verdict, verdicts } from "#shared/contract/reviews.ts";
import type { DebateBundle } from "#shared/transfer/bundle.ts";
import { peopleIn, type RatingCounts, ratingsIn } from "#shared/transfer/rating-sums.ts";
import type { DebateRows } from "../debates/public.ts";
import { atPlace } from "./at-place.ts";

type Content = Pick<DebateBundle, "claims" | "edges" | "evidence" | "comments" | "summary">;

interface NewIds {
  readonly communityId: string;
  readonly debateId: string;
  readonly claim: readonly string[];
  readonly edge: readonly string[];
  readonly source: readonly string[];
  /** What each edge speaks to. */
  readonly targets: readonly string[];
  /** Those in whose name it is rated: people who are nobody in particular. */
  readonly raters: readonly string[];
}

const peopleWho = (sums: RatingCounts | undefined) => (sums ? peopleIn(sums) : 0);
const reviewers = ({ reviews }: Content["evidence"][number]) =>
  verdicts.reduce((all, verdict) => all + (reviews?.[verdict] ?? 0), 0);

const judgesOf = ({ summary }: Content) =>
  fairnesses.reduce((all, rating) => all + (summary?.ratings?.[rating] ?? 0), 0);

/** By how many people each thing was rated, reviewed, or found well put. */
function* crowds(content: Content): Generator<number> {
  const { claims, edges, evidence, comments } = content;
  yield judgesOf(content);
  for (const { truth } of claims) yield peopleWho(truth);
  for (const { relevance } of edges) yield peopleWho(relevance);
  for (const source of evidence) yield reviewers(source);
  for (const { wellPut = 0 } of [...claims, ...comments]) yield wellPut;
}

/** How many ratings and reviews there are in all, and how many people it takes to have given them. */
export function sizeOfRatings(content: Content): { readonly all: number; readonly raters: number } {
  let [all, raters] = [0, 0];
  for (const crowd of crowds(content)) {
    all += crowd;
    raters = Math.max(raters, crowd);
  }
  return { all, raters };
}

/** Ratings and reviews that sum up to what a bundle says; one after the other, as there can be very many. */
export function ratingRows(
  content: Content,
  ids: NewIds,
): Pick<DebateRows, "truthRatings" | "relevanceRatings" | "reviews"> {
  return {
    truthRatings: truthRows(content, ids),
    relevanceRatings: relevanceRows(content, ids),
    reviews: reviewRows(content, ids),
  };
}

type Row<K extends keyof DebateRows> =
  NonNullable<DebateRows[K]> extends Iterable<infer R> ? R : never;

function* truthRows({ claims }: Content, ids: NewIds): Generator<Row<"truthRatings">> {
  const { communityId, debateId, raters } = ids;
  for (const [here, { truth }] of claims.entries()) {
    const claimId = atPlace(ids.claim, here);
    let rater = 0;
    for (const rating of truth ? ratingsIn(truth) : []) {
      yield { communityId, debateId, claimId, participantId: atPlace(raters, rater), rating };
      rater += 1;
    }
  }
}

function* relevanceRows({ edges }: Content, ids: NewIds): Generator<Row<"relevanceRatings">> {
  const { communityId, debateId, raters } = ids;
  for (const [here, { relevance }] of edges.entries()) {
    const edge = { communityId, debateId, edgeId: atPlace(ids.edge, here) };
    let rater = 0;
    for (const rating of relevance ? ratingsIn(relevance) : []) {
      // Where else it stood is not in a bundle: at none of the things that are there.
      const isFormer = rater < (relevance?.former ?? 0);
      const targetId = isFormer ? debateId : atPlace(ids.targets, here);
      yield { ...edge, targetId, participantId: atPlace(raters, rater), rating };
      rater += 1;
    }
  }
}

function* reviewRows({ evidence }: Content, ids: NewIds): Generator<Row<"reviews">> {
  const { communityId, debateId, raters } = ids;
  for (const [here, { reviews }] of evidence.entries()) {
    const evidenceId = atPlace(ids.source, here);
    let rater = 0;
    for (const verdict of reviews ? verdictsIn(reviews) : []) {
      yield { communityId, debateId, evidenceId, participantId: atPlace(raters, rater), verdict };
      rater += 1;
    }
  }
}

function* verdictsIn(reviews: Readonly<Record<Verdict, number>>): Generator<Verdict> {
  for (const verdict of verdicts) {
    for (let left = reviews[verdict]; left > 0; left -= 1) yield verdict;
  }
}
