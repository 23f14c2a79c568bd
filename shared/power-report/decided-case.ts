import type { Holder, Weighting } from "../counting/weighting.ts";
import type { Poll } from "../counting/count-decision.ts";
import type { Delegation } from "../delegation/resolve.ts";
import type { Ballot } from "../voting/index.ts";

/** Somebody who may vote. */
export interface Elector {
  readonly id: string;
  readonly role: Holder["role"];
  /** in the token's smallest unit; null where the decision knows of no tokens */
  readonly tokens: bigint | null;
  /** what their own vote weighs under the weighting in force */
  readonly weight: bigint;
}

/** A decision in which it is known who voted how. */
export interface NamedCase {
  readonly poll: Poll;
  readonly weighting: Weighting;
  readonly electors: readonly Elector[];
  readonly ballots: readonly { readonly voter: string; readonly ballot: Ballot }[];
  /** those in force for this decision */
  readonly delegations: readonly Delegation[];
  /** the most that one person may carry for others, in per cent of the electorate's weight */
  readonly capPercent: number;
}

/** A decision in which nobody knows who voted how; everybody has one vote. */
export interface NamelessCase {
  readonly poll: Poll;
  readonly electors: number;
  readonly ballots: readonly Ballot[];
}
