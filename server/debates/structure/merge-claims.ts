import { mergeOf } from "#shared/argument/arrangement.ts";
import type { mergeClaims as contract } from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, refuseField } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { lockClaim } from "../claim-store.ts";
import { checkStands } from "../writing.ts";
import type { RatingNews } from "../rating-news.ts";
import { arrange, beginArranging, claimToArrange, refuseFault } from "./arrange.ts";
import { tellSums } from "./tell-sums.ts";
import { evidenceAt } from "./structure-store.ts";

/** Makes one claim of two that say the same: the other gets the places, replies, sources and ratings of this one. */
export async function mergeClaims(deps: Deps, call: Call<typeof contract>, news: RatingNews) {
  const { params, once } = call;
  const done = await deps.transact((tx) => merge(deps, tx, call), once);
  tellSums(news, params, done);
  return done;
}

export type Merging = Pick<Call<typeof contract>, "standing" | "params" | "body">;

/** The same, in a transaction in which more happens. */
export async function merge(deps: Deps, tx: Tx, asked: Merging) {
  const { params, body } = asked;
  const { communityId, claimId } = params;
  const { into } = body;
  const scene = await beginArranging(tx, asked);
  await claimToArrange(tx, asked, { debate: scene.debate, claimId });
  if (into === claimId) refuseField("misplaced", "into", because("same-claim"));
  const other = await lockClaim(tx.db, { ...params, claimId: into });
  if (!other) refuseField("not-found", "into", because("no-such-claim"));
  checkStands(other);
  const found = mergeOf(scene.edges, { from: claimId, into });
  if (found.fault) refuseFault(found.fault);
  const sources = await evidenceAt(tx.db, { communityId, claimId });
  const does = {
    edges: found.edges,
    claims: [{ id: claimId, before: { mergedInto: null }, after: { mergedInto: into } }],
    evidence: sources.map((id) => ({ id, before: claimId, after: into })),
    joins: [
      { kind: "truth" as const, from: claimId, into },
      ...found.joins.map((join) => ({ kind: "relevance" as const, ...join })),
    ],
  };
  return arrange(deps, tx, { asked, change: { kind: "merged", claimId, does } });
}
