import type { DecisionRules } from "#shared/contract/decisions.ts";
import type { Ballot, MethodId, Settings } from "#shared/voting/index.ts";
import type { BallotKind } from "#shared/voting/method.ts";
import type { Basis } from "#shared/voting/tally.ts";

export type { MethodId } from "#shared/voting/index.ts";
export type BallotOf<M extends MethodId> = Extract<Ballot, { method: M }>;
export type SettingsOf<M extends MethodId> = Extract<Settings, { method: M }>;
/** Methods whose ballot is of one shape: they share a form. */
export type MethodsWith<Field extends string> = Extract<
  Ballot,
  { readonly [F in Field]: unknown }
>["method"];
export type Secrecy = DecisionRules["secrecy"];

/** Under which heading methods are offered. */
export type MethodGroup =
  | "options"
  | "ranking"
  | "seats"
  | "points"
  | "money"
  | "proposal"
  | "times";

interface MethodFacts {
  /** Of what a threshold is a share. */
  readonly basis: Basis;
  /** What a voter does. */
  readonly kind: BallotKind;
  readonly group: MethodGroup;
  /** What it sets unless told otherwise. */
  readonly settings: Settings;
}

/** What pages need to know of each method without loading its count. In the order in which they are offered. */
export const methodFacts = {
  approval: {
    basis: "ballots",
    kind: "approval",
    group: "options",
    settings: { method: "approval", winners: 1 },
  },
  plurality: {
    basis: "ballots",
    kind: "choice",
    group: "options",
    settings: { method: "plurality" },
  },
  schulze: {
    basis: "closest-pair",
    kind: "ranking",
    group: "ranking",
    settings: { method: "schulze", unranked: "last" },
  },
  "ranked-pairs": {
    basis: "closest-pair",
    kind: "ranking",
    group: "ranking",
    settings: { method: "ranked-pairs", unranked: "last", strength: "winning" },
  },
  copeland: {
    basis: "closest-pair",
    kind: "ranking",
    group: "ranking",
    settings: { method: "copeland", unranked: "last" },
  },
  minimax: {
    basis: "closest-pair",
    kind: "ranking",
    group: "ranking",
    settings: { method: "minimax", unranked: "last", strength: "winning" },
  },
  irv: {
    basis: "continuing-ballots",
    kind: "ranking",
    group: "ranking",
    settings: { method: "irv", unranked: "last" },
  },
  borda: {
    basis: "possible-points",
    kind: "ranking",
    group: "ranking",
    settings: { method: "borda", winners: 1, unranked: "last", lowestPoints: 0 },
  },
  "two-round": {
    basis: "continuing-ballots",
    kind: "ranking",
    group: "ranking",
    settings: { method: "two-round", unranked: "ignored" },
  },
  stv: {
    basis: "ballots",
    kind: "ranking",
    group: "seats",
    settings: { method: "stv", winners: 2, unranked: "last" },
  },
  meek: {
    basis: "ballots",
    kind: "ranking",
    group: "seats",
    settings: { method: "meek", winners: 2, unranked: "last" },
  },
  score: {
    basis: "possible-points",
    kind: "scores",
    group: "points",
    settings: { method: "score", maxScore: 5 },
  },
  star: {
    basis: "last-pair",
    kind: "scores",
    group: "points",
    settings: { method: "star", maxScore: 5 },
  },
  "majority-judgment": {
    basis: "ballots",
    kind: "grades",
    group: "points",
    settings: { method: "majority-judgment", winners: 1, grades: 6, words: null },
  },
  cumulative: {
    basis: "possible-points",
    kind: "points",
    group: "points",
    settings: { method: "cumulative", winners: 1, credits: 10 },
  },
  quadratic: {
    basis: "possible-points",
    kind: "votes",
    group: "points",
    settings: { method: "quadratic", winners: 1, credits: 100, against: false },
  },
  budget: {
    basis: "ballots",
    kind: "approval",
    group: "money",
    settings: {
      method: "budget",
      budget: 100_000,
      costs: {},
      currency: "EUR",
      utility: "cost",
      completion: "add1",
    },
  },
  consent: {
    basis: "yes-and-no",
    kind: "stance",
    group: "proposal",
    settings: { method: "consent", blocksAllowed: 0, threshold: { kind: "simple-majority" } },
  },
  "yes-no": {
    basis: "yes-and-no",
    kind: "answer",
    group: "proposal",
    settings: { method: "yes-no", threshold: { kind: "simple-majority" } },
  },
  "time-poll": {
    basis: "possible-points",
    kind: "availability",
    group: "times",
    settings: { method: "time-poll", winners: 1 },
  },
} as const satisfies Record<MethodId, MethodFacts>;

export const offeredMethods = Object.keys(methodFacts) as MethodId[];

/** Methods that put one position to the vote, and say themselves what can be answered and what is enough. */
export type ProposalSettings = SettingsOf<"consent" | "yes-no">;

export function isOnProposal(settings: Settings): settings is ProposalSettings {
  return methodFacts[settings.method].group === "proposal";
}

/** Whether everybody has one vote, whatever else might be chosen: an equal part of the budget each. */
export const isOneVoteEach = ({ method }: Settings): boolean => method === "budget";

/** How many options win, where the rules say it. */
export function winnersOf(settings: Settings): number {
  return "winners" in settings ? settings.winners : 1;
}

/** Whether it matters to the count what leaving an option out of a ranking means. */
export function comparesUnranked(method: MethodId): boolean {
  const passesOn: readonly MethodId[] = ["irv", "stv", "meek"];
  return methodFacts[method].kind === "ranking" && !passesOn.includes(method);
}
