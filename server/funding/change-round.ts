import type { changeFundingRound as contract } from "#shared/contract/funding.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { checkDebate, checkTimes, heldForProposals, planned, schedule, tell } from "./planning.ts";
import { findListed, projectsOf, updateRound } from "./store.ts";
import { roundView } from "./views.ts";

/** Changes what a round is to be; no project may ask for more than there is by then. */
export async function changeRound(
  deps: Deps,
  { standing, params: ids, body, once }: Call<typeof contract>,
) {
  const { version, ...plan } = body;
  await checkDebate(deps, standing, plan.debateId);
  return deps.transact(async (tx) => {
    const round = await heldForProposals(tx, ids, "update");
    if (round.version !== version) throw new Refusal("stale-version");
    await checkTimes(tx, plan);
    const projects = await projectsOf(tx.db, ids);
    const most = Math.max(0, ...projects.map(({ project }) => project.cost));
    if (most > plan.budget) {
      refuseField("invalid-request", "budget", because("budget-below-project"));
    }
    await updateRound(tx.db, ids, { ...planned(plan), version: version + 1 });
    await schedule(tx, ids, plan);
    await tell(tx, ids, "proposals");
    const listed = await findListed(tx.db, ids);
    if (!listed) throw new Refusal("not-found");
    return roundView(listed);
  }, once);
}
