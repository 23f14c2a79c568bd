import { placeOf } from "#shared/argument/arrangement.ts";
import type { moveClaim as contract } from "#shared/contract/structure.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal, refuseField } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { clearMarks } from "../marks/clear-marks.ts";
import type { RatingNews } from "../rating-news.ts";
import { arrange, beginArranging, checkSound, claimToArrange } from "./arrange.ts";
import { checkNewPlace, edgeIn } from "./places.ts";

/** Moves a claim with all that is below it; its edge stays the same, so that ratings of it are kept. */
export async function moveClaim(deps: Deps, call: Call<typeof contract>, news: RatingNews) {
  const { params, once } = call;
  const done = await deps.transact((tx) => move(deps, tx, call), once);
  // The same ratings, now cast elsewhere.
  news.tell(params, "relevance", params.edgeId);
  return done;
}

export type Moving = Pick<Call<typeof contract>, "standing" | "params" | "body">;

/** The same, in a transaction in which more happens. */
export async function move(deps: Deps, tx: Tx, asked: Moving) {
  const { params, body } = asked;
  const { target, side } = body;
  const scene = await beginArranging(tx, asked);
  const edge = edgeIn(scene, params.edgeId);
  const { claimId } = edge;
  const claim = await claimToArrange(tx, asked, { debate: scene.debate, claimId });
  if (edge.targetId !== body.from) throw new Refusal("stale-version", because("moved-from-there"));
  const isSameTarget = edge.targetId === target.id;
  if (isSameTarget && edge.side === side) {
    refuseField("misplaced", "target/id", because("stands-there"));
  }
  if (!isSameTarget) await checkNewPlace(tx, claim, target);
  const after = { claimId, side, targetKind: target.kind, targetId: target.id };
  const edges = [{ id: edge.id, before: placeOf(edge), after }];
  checkSound(scene, edges);
  await clearMarks(tx, { ...params, claimId }, "moved");
  return arrange(deps, tx, { asked, change: { kind: "moved", claimId, does: { edges } } });
}
