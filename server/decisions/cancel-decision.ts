import type { cancelDecision as contract } from "#shared/contract/decisions.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { lockedRow } from "./create-decision.ts";
import { end } from "./opening.ts";
import { mayChange } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { viewDecision } from "./view.ts";

/** Calls off a decision that has not opened; one that has can only be annulled. */
export async function cancelDecision(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  await readableDecision(deps, standing, params.decisionId);
  return deps.transact(async (tx) => {
    const decision = await lockedRow(tx, params);
    if (decision.status !== "scheduled") {
      throw new Refusal("decision-opened", because("annul-instead"));
    }
    if (!mayChange(standing, decision)) throw new Refusal("not-allowed");
    await end(tx, decision, body.reason);
    return viewDecision({ ...deps, db: tx.db }, standing, await lockedRow(tx, params));
  }, once);
}
