import type { RoundTieRule } from "../tally.ts";

/** Why a choice between equals is due. */
export type Purpose =
  /** whose surplus is passed on first */
  | "surplus"
  /** who is excluded */
  | "exclusion";

/** Several who are level. */
export interface Draw {
  readonly tied: readonly number[];
  readonly purpose: Purpose;
  /** none of them is on a paper that counts: whoever goes, nothing else changes */
  readonly isIdle: boolean;
}

/** Chooses one of several who are level; null stops the count there. */
export type Decide = (draw: Draw) => number | null;

/** A tie that a stage met, and how it was handled. */
export interface StageTie {
  readonly between: readonly number[];
  readonly rule: RoundTieRule | "chosen";
}

export type Action =
  | { readonly kind: "first" }
  | { readonly kind: "surplus"; readonly of: number }
  | { readonly kind: "exclusion"; readonly of: readonly number[] }
  /** a new distribution of all votes (Meek) */
  | { readonly kind: "distribution" };

/** One stage of a transferable count: what was done, and what everybody had then. */
export interface Stage<N> {
  readonly action: Action;
  /** the tie that was settled to do it */
  readonly tie: StageTie | null;
  /** by place */
  readonly votes: readonly N[];
  /** what papers were worth when they came to nobody; not what is cut off in the calculation */
  readonly exhausted: N;
  /** who was elected at the end of it, in order */
  readonly elected: readonly number[];
  readonly quota: N;
}

/** A transferable count, to its end or to where it stopped for a choice. */
export interface Course<N> {
  readonly quota: N;
  readonly stages: readonly Stage<N>[];
  /** in order of election */
  readonly elected: readonly number[];
  readonly stoppedAt: Draw | null;
  /** who was neither elected nor excluded where it stopped */
  readonly continuing: readonly number[];
}
