import { debateRoom } from "#shared/contract/event.ts";
import { type rateSummary as contract, summaryRated } from "#shared/contract/summary-ratings.ts";
import { debateToWriteIn, mayRate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { putRating, ratingsOf } from "./rating-store.ts";
import type { DebateIds } from "./store.ts";
import { latestSummary } from "./summary-store.ts";

/** Says how fair one finds the summary as it stands, or takes that back. Whoever read an older version is told so. */
export function rateSummary(deps: Deps, call: Call<typeof contract>): Promise<undefined> {
  const { standing, params, body, once } = call;
  const { communityId, debateId, number: version } = params;
  const ids = { communityId, debateId };
  return deps.transact(async (tx): Promise<undefined> => {
    await debateToWriteIn(tx, { standing, params: ids }, mayRate);
    const latest = (await latestSummary(tx.db, ids))?.summary;
    if (!latest || latest.version < version) throw new Refusal("not-found");
    if (latest.version > version) {
      throw new Refusal("stale-version", because("summary-rewritten", { version: latest.version }));
    }
    if (latest.text === "") throw new Refusal("withdrawn");
    const { participantId } = standing;
    await putRating(tx.db, { ...ids, version, participantId }, body.rating);
    tx.afterCommit(() => tellRatings(deps, ids));
  }, once);
}

/** Tells the room how fair the summary is found by now, at most four times a second. */
function tellRatings({ db, hub }: Pick<Deps, "db" | "hub">, ids: DebateIds): void {
  const room = debateRoom(ids);
  hub.tellLately(room, "summary", () =>
    hub.fold(summaryRated, { room }, async () => {
      const latest = await latestSummary(db, ids);
      return { ...ids, ratings: await ratingsOf(db, ids, latest?.summary.version ?? 0) };
    }),
  );
}
