import type { Db } from "#db/client.ts";
import { because, refuseField } from "../platform/problem.ts";
import { hasDecided } from "./policy.ts";
import { findDecision, optionsOf } from "./store.ts";

interface Runoff {
  readonly communityId: string;
  readonly debateId: string;
  readonly runoffOf: string | null;
  readonly options: readonly { readonly positionId: string | null }[];
}

/** A runoff follows a decision of the same debate that decided nothing, and chooses between its options. */
export async function checkRunoff(db: Db, runoff: Runoff): Promise<void> {
  const { communityId, debateId, runoffOf, options } = runoff;
  if (runoffOf === null) return;
  const before = await findDecision(db, { communityId, decisionId: runoffOf });
  if (before?.debateId !== debateId || before.status !== "closed") {
    refuseField("invalid-request", "runoffOf", because("nothing-to-run-off"));
  }
  if (hasDecided(before.result)) {
    refuseField("invalid-request", "runoffOf", because("decided-already"));
  }
  const earlier = await optionsOf(db, communityId, [runoffOf]);
  if (earlier.some(({ positionId }) => positionId === null)) {
    refuseField("invalid-request", "runoffOf", because("nothing-to-run-off"));
  }
  const known = new Set(earlier.map(({ positionId }) => positionId));
  if (!options.every(({ positionId }) => known.has(positionId))) {
    refuseField("invalid-request", "positionIds", because("not-run-off"));
  }
}
