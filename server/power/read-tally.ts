import { DecisionResult } from "#shared/contract/decisions.ts";
import type { readTally as contract } from "#shared/contract/power.ts";
import { readableDecision } from "../decisions/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { LiveReports } from "./live-reports.ts";
import { isLive } from "./policy.ts";

/** The count as it stands; once the decision has closed, its result. */
export async function readTally(
  deps: Deps,
  live: LiveReports,
  { standing, params }: Call<typeof contract>,
) {
  const decision = await readableDecision(deps, standing, params.decisionId);
  if (decision.status === "closed") {
    const result = DecisionResult.parse(decision.result);
    return { ballotCount: result.tally.ballots, isFinal: true, isBehind: false, result };
  }
  if (!isLive(decision)) throw new Refusal("not-allowed", because("results-not-live"));
  return { isFinal: false, ...(await live.tally(decision)) };
}
