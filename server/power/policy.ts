import type { DecisionStatus, Secrecy } from "#shared/contract/decisions.ts";

interface DecisionFacts {
  readonly status: DecisionStatus;
  readonly secrecy: Secrecy;
  readonly liveResults: boolean;
}

/** Results are live where votes are public and its rules say so. */
export function isLive({ status, secrecy, liveResults }: DecisionFacts): boolean {
  return status === "open" && secrecy === "public" && liveResults;
}

/** Who has the power is told to whoever may read a decision: once it has closed, or while its results are live. */
export function mayReadPower(decision: DecisionFacts): boolean {
  return decision.status === "closed" || isLive(decision);
}
