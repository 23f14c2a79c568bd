import type { takeBackReview as contract, Verdict } from "#shared/contract/reviews.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { mayRate, mayReview } from "./policy.ts";
import type { ReviewNews } from "./review-news.ts";
import { dropReviews, holdSource, saveReview } from "./review-store.ts";
import { debateToWriteIn } from "./writing.ts";

type ReviewCall = Pick<Call<typeof contract>, "standing" | "params" | "once">;

/** Reviews a source, or takes that back; the room hears the new sums a moment later. */
export function createReview(deps: Deps, news: ReviewNews) {
  return ({ standing, params, once }: ReviewCall, verdict: Verdict | null): Promise<undefined> =>
    deps.transact(async (tx): Promise<undefined> => {
      const debate = await debateToWriteIn(tx, { standing, params }, mayRate);
      const source = await holdSource(tx.db, params);
      if (!source) throw new Refusal("not-found");
      if (source.isWithdrawn) throw new Refusal("withdrawn");
      if (!mayReview(standing, debate, source)) {
        throw new Refusal("not-allowed", because("others-review"));
      }
      const { participantId } = standing;
      if (verdict === null) await dropReviews(tx.db, { ...params, participantId });
      else await saveReview(tx.db, { ...params, participantId, verdict });
      tx.afterCommit(() => news.tell(params));
    }, once);
}
