import { debateRoom } from "#shared/contract/event.ts";
import { evidenceReviewed } from "#shared/contract/reviews.ts";
import type { Deps } from "../deps.ts";
import type { EvidenceIds } from "./evidence-store.ts";
import { reviewSums } from "./review-store.ts";
import type { DebateIds } from "./store.ts";

/** Most sources in one message; the rest follows in the next. */
const atOnce = 200;

export interface ReviewNews {
  /** To be called once what was done to a source's reviews is certain. */
  tell(ids: EvidenceIds): void;
}

/** Tells rooms the sums of what was reviewed lately, folded: absolute, and at most four times a second. */
export function createReviewNews({ db, hub }: Pick<Deps, "db" | "hub">): ReviewNews {
  const touched = new Map<string, Set<string>>();

  function announce({ communityId, debateId }: DebateIds): void {
    const room = debateRoom({ communityId, debateId });
    hub.fold(evidenceReviewed, { room }, async () => {
      const waiting = touched.get(room) ?? new Set();
      const evidenceIds = [...waiting].slice(0, atOnce);
      for (const id of evidenceIds) waiting.delete(id);
      if (waiting.size > 0) announce({ communityId, debateId });
      else touched.delete(room);
      return { communityId, debateId, reviews: await reviewSums(db, { communityId, evidenceIds }) };
    });
  }

  return {
    tell({ communityId, debateId, evidenceId }) {
      const ids = { communityId, debateId };
      const room = debateRoom(ids);
      hub.tellLately(room, `review ${evidenceId}`, () => {
        touched.set(room, (touched.get(room) ?? new Set()).add(evidenceId));
        announce(ids);
      });
    },
  };
}
