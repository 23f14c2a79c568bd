import { mergeOf } from "#shared/argument/arrangement.ts";
import type { mergeClaims as contract } from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, refuseField } from "../../platform/problem.ts";
import { lockClaim } from "../claim-store.ts";
import { checkStands } from "../writing.ts";
import type { RatingNews } from "../rating-news.ts";
import { arrange, beginArranging, claimToArrange, refuseFault } from "./arrange.ts";
import { tellSums } from "./tell-sums.ts";
import { evidenceAt } from "./structure-store.ts";

/** Makes one claim of two that say the same: the other gets the places, replies, sources and ratings of this one. */
export async function mergeClaims(deps: Deps, call: Call<typeof contract>, news: RatingNews) {
  const { params, body, once } = call;
  const { communityId, claimId } = params;
  const { into } = body;
  const done = await deps.transact(async (tx) => {
    const scene = await beginArranging(tx, call);
    await claimToArrange(tx, call, { debate: scene.debate, claimId });
    if (into === claimId) refuseField("misplaced", "into", because("same-claim"));
    const other = await lockClaim(tx.db, { ...params, claimId: into });
    if (!other) refuseField("not-found", "into", because("no-such-claim"));
    checkStands(other);
    const merge = mergeOf(scene.edges, { from: claimId, into });
    if (merge.fault) refuseFault(merge.fault);
    const sources = await evidenceAt(tx.db, { communityId, claimId });
    const does = {
      edges: merge.edges,
      claims: [{ id: claimId, before: { mergedInto: null }, after: { mergedInto: into } }],
      evidence: sources.map((id) => ({ id, before: claimId, after: into })),
      joins: [
        { kind: "truth" as const, from: claimId, into },
        ...merge.joins.map((join) => ({ kind: "relevance" as const, ...join })),
      ],
    };
    return arrange(deps, tx, { asked: call, change: { kind: "merged", claimId, does } });
  }, once);
  tellSums(news, params, done);
  return done;
}
