import type { readVotes as contract } from "#shared/contract/power.ts";
import { decidedCase, readableDecision } from "../decisions/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { mayReadPower } from "./policy.ts";
import { refuseTooMany } from "./read-power.ts";

/** What a reader's own machine needs to count a decision by other rules; where votes have names, and may be seen. */
export async function readVotes(deps: Deps, { standing, params }: Call<typeof contract>) {
  const decision = await readableDecision(deps, standing, params.decisionId);
  if (!mayReadPower(decision)) throw new Refusal("not-allowed", because("results-not-live"));
  refuseTooMany(decision);
  const decided = await decidedCase(deps.db, decision);
  if (decided.kind === "nameless") {
    throw new Refusal("not-allowed", because("votes-without-names"));
  }
  const { electors, ballots, delegations, capPercent } = decided;
  return {
    electors: electors.map(({ tokens, weight, ...elector }) => ({
      ...elector,
      tokens: tokens?.toString() ?? null,
      weight: weight.toString(),
    })),
    ballots: [...ballots],
    delegations: [...delegations],
    capPercent,
  };
}
