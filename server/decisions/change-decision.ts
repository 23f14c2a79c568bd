import type { changeDecision as contract } from "#shared/contract/decisions.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { lockedRow, rulesAsColumns, schedule, subjectAsColumns } from "./create-decision.ts";
import { openNow, tell } from "./opening.ts";
import { mayChange } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { checkRules } from "./rules.ts";
import { replaceOptions, updateDecision } from "./store.ts";
import { viewDecision } from "./view.ts";

/** Changes the rules of a decision; refused from the moment it opens. */
export async function changeDecision(
  deps: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  await readableDecision(deps, standing, params.decisionId);
  return deps.transact(async (tx) => {
    const before = await lockedRow(tx, params);
    if (before.status !== "scheduled") throw new Refusal("decision-opened");
    if (!mayChange(standing, before)) throw new Refusal("not-allowed");
    if (before.version !== body.version) throw new Refusal("stale-version");
    const { options, subject, opensAt, closesAt } = await checkRules(tx.db, before, body);
    await replaceOptions(tx.db, params, options);
    await updateDecision(tx.db, params, {
      ...rulesAsColumns(body),
      ...subjectAsColumns(subject),
      opensAt,
      closesAt,
    });
    const changed = await lockedRow(tx, params);
    await schedule(tx, changed);
    if (body.opensAt === null) await openNow(tx, changed);
    else await tell(tx, changed, "scheduled");
    return viewDecision({ ...deps, db: tx.db }, standing, await lockedRow(tx, params));
  }, once);
}
