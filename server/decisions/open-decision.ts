import type { openDecision as contract } from "#shared/contract/decisions.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { lockedRow } from "./create-decision.ts";
import { openNow } from "./opening.ts";
import { mayChange } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { viewDecision } from "./view.ts";

/** Opens a scheduled decision before its time. */
export async function openDecision(deps: Deps, { standing, params, once }: Call<typeof contract>) {
  await readableDecision(deps, standing, params.decisionId);
  return deps.transact(async (tx) => {
    const decision = await lockedRow(tx, params);
    if (decision.status !== "scheduled") throw new Refusal("decision-opened");
    if (!mayChange(standing, decision)) throw new Refusal("not-allowed");
    await openNow(tx, decision);
    return viewDecision({ ...deps, db: tx.db }, standing, await lockedRow(tx, params));
  }, once);
}
