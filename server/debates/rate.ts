import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { createBatch } from "../platform/batch.ts";
import { because, Refusal } from "../platform/problem.ts";
import { phasesForRatings } from "./policy.ts";
import { readableDebate } from "./public.ts";
import type { RatingNews } from "./rating-news.ts";
import {
  type RatedPlace,
  type RatingKind,
  type RatingWrite,
  unknown,
  writeRatings,
} from "./rating-store.ts";
import type { DebateIds } from "./store.ts";

interface Rate {
  readonly kind: RatingKind;
  readonly standing: MemberStanding;
  readonly params: DebateIds;
  /** The claim for truth, the edge for relevance. */
  readonly subjectId: string;
  /** Null: doesn't know; undefined takes the rating back. */
  readonly rating: number | null | undefined;
}

/**
 * Rates claims and edges. Ratings that arrive together share one statement and one commit; each is
 * answered after it, and the room hears the new sums a moment later.
 */
export function createRate(deps: Deps, news: RatingNews) {
  const batchOf = (kind: RatingKind) =>
    createBatch((writes: readonly RatingWrite[]) =>
      writeRatings(deps.db, kind, { writes, phases: phasesForRatings }),
    );
  const batches = { truth: batchOf("truth"), relevance: batchOf("relevance") };

  return async ({ kind, standing, params, subjectId, rating }: Rate): Promise<undefined> => {
    const { communityId, debateId } = params;
    const { participantId } = standing;
    const write = { communityId, debateId, subjectId, participantId };
    const found = await batches[kind]({
      ...write,
      rating: rating === null ? unknown : (rating ?? null),
    });
    if (!found) throw new Refusal("not-found");
    const refusal = refusalOf(found);
    // A debate that is out of the reader's sight is refused as none.
    if (refusal) await readableDebate(deps, standing, params);
    if (refusal) throw refusal;
    news.tell(params, kind, subjectId);
  };
}

function refusalOf({ phase, isWithdrawn, isGone }: RatedPlace): Refusal | null {
  if (isWithdrawn) return new Refusal("withdrawn");
  if (isGone) return new Refusal("set-aside");
  if (phasesForRatings.includes(phase)) return null;
  return new Refusal("phase-forbids", because("no-rating-in-phase", { phase }));
}
