import type { DecisionRules } from "#shared/contract/decisions.ts";
import type { Ballot, MethodId, Settings } from "#shared/voting/index.ts";
import type { Basis } from "#shared/voting/tally.ts";

export type { MethodId } from "#shared/voting/index.ts";
export type BallotOf<M extends MethodId> = Extract<Ballot, { method: M }>;
export type SettingsOf<M extends MethodId> = Extract<Settings, { method: M }>;
/** Methods that compare each two options; their ballots are orders in which options may share a rank. */
export type PairMethod = "schulze" | "ranked-pairs" | "copeland" | "minimax";
export type Secrecy = DecisionRules["secrecy"];

interface MethodFacts {
  /** Of what a threshold is a share. */
  readonly basis: Basis;
  /** Voters put options in order. */
  readonly isRanked: boolean;
  /** What it sets unless told otherwise. */
  readonly settings: Settings;
}

/** What pages need to know of each method without loading its count. In the order in which they are offered. */
export const methodFacts = {
  approval: {
    basis: "ballots",
    isRanked: false,
    settings: { method: "approval", winners: 1 },
  },
  schulze: {
    basis: "closest-pair",
    isRanked: true,
    settings: { method: "schulze", unranked: "last" },
  },
  "ranked-pairs": {
    basis: "closest-pair",
    isRanked: true,
    settings: { method: "ranked-pairs", unranked: "last", strength: "winning" },
  },
  copeland: {
    basis: "closest-pair",
    isRanked: true,
    settings: { method: "copeland", unranked: "last" },
  },
  minimax: {
    basis: "closest-pair",
    isRanked: true,
    settings: { method: "minimax", unranked: "last", strength: "winning" },
  },
  irv: {
    basis: "continuing-ballots",
    isRanked: true,
    settings: { method: "irv", unranked: "last" },
  },
  score: {
    basis: "possible-points",
    isRanked: false,
    settings: { method: "score", maxScore: 5 },
  },
  plurality: {
    basis: "ballots",
    isRanked: false,
    settings: { method: "plurality" },
  },
} as const satisfies Record<MethodId, MethodFacts>;

export const offeredMethods = Object.keys(methodFacts) as MethodId[];
