import { debateRoom } from "#shared/contract/event.ts";
import { ratingsChanged } from "#shared/contract/ratings.ts";
import type { Deps } from "../deps.ts";
import { type RatingKind, ratingSums } from "./rating-store.ts";
import type { DebateIds } from "./store.ts";

type Touched = Record<RatingKind, Set<string>>;

/** Most things in one message; the rest follows in the next. */
const atOnce = 200;

const made = new WeakMap<Deps["hub"], ReturnType<typeof createRatingNews>>();

/** Whoever tells of ratings at a hub: one alone, as what is folded is told by the last who asked for it. */
export function ratingNewsAt(deps: Pick<Deps, "db" | "hub">): RatingNews {
  const news = made.get(deps.hub) ?? createRatingNews(deps);
  made.set(deps.hub, news);
  return news;
}

/** Tells rooms the sums of what was rated lately, folded: absolute, and at most four times a second. */
function createRatingNews({ db, hub }: Pick<Deps, "db" | "hub">) {
  const touched = new Map<string, Touched>();

  function take(room: string, kind: RatingKind): string[] {
    const waiting = touched.get(room)?.[kind];
    const ids = [...(waiting ?? [])].slice(0, atOnce);
    for (const id of ids) waiting?.delete(id);
    return ids;
  }

  function announce({ communityId, debateId }: DebateIds): void {
    const room = debateRoom({ communityId, debateId });
    hub.fold(ratingsChanged, { room }, async () => {
      const claimIds = take(room, "truth");
      const edgeIds = take(room, "relevance");
      const left = touched.get(room);
      if (left && left.truth.size + left.relevance.size > 0) announce({ communityId, debateId });
      else touched.delete(room);
      const [truth, relevance] = await Promise.all([
        ratingSums(db, "truth", { communityId, subjectIds: claimIds }),
        ratingSums(db, "relevance", { communityId, subjectIds: edgeIds }),
      ]);
      return {
        communityId,
        debateId,
        truth: truth.map(({ id: claimId, ...sums }) => ({ claimId, ...sums })),
        relevance: relevance.map(({ id: edgeId, ...sums }) => ({ edgeId, ...sums })),
      };
    });
  }

  return {
    tell(ids: DebateIds, kind: RatingKind, subjectId: string): void {
      const room = debateRoom(ids);
      hub.tellLately(room, `${kind} ${subjectId}`, () => {
        const here = touched.get(room) ?? { truth: new Set(), relevance: new Set() };
        touched.set(room, here);
        here[kind].add(subjectId);
        announce(ids);
      });
    },
  };
}

export type RatingNews = ReturnType<typeof createRatingNews>;
