import type { FundingBallot } from "./ballot.ts";
import type { Compared } from "./compared-rules.ts";
import type { FundingSettings } from "./settings.ts";

/** A project as it stood when voting opened. Amounts are in the smallest unit. */
export interface RoundProject {
  readonly id: string;
  readonly cost: number;
  /** what it can do nothing with less than */
  readonly least: number;
}

/** All that the result of a round follows from. */
export interface RoundInput {
  readonly budget: number;
  readonly projects: readonly RoundProject[];
  readonly settings: FundingSettings;
  readonly ballots: readonly { readonly ballot: FundingBallot; readonly heads: number }[];
  /** by which the lot is drawn that settles what nothing else does */
  readonly seed: string;
}

export const whyCodes = [
  /** equal shares: those who back it paid for it */
  "bought",
  /** what was left over went to it, by points */
  "filled",
  /** greedy: it was next and fitted */
  "fitted",
  /** nobody named it */
  "nobody",
  /** its backers had too little left, and the rest of the budget was too little, too */
  "unpayable",
  /** greedy: what was left when its turn came was too little */
  "did-not-fit",
  "matched",
  /** it would get more, but for what it asks for or for the cap */
  "capped",
  /** nobody else's pledges match those of the one who pledged */
  "no-match",
  /** its match is less than it can do anything with */
  "too-little",
] as const;

/** How a project fared, and why: what a page puts into words. */
export interface ProjectOutcome {
  readonly id: string;
  /** 0 where it is not funded */
  readonly amount: number;
  /** people who back it, and their points or credits */
  readonly people: number;
  readonly points: number;
  readonly why: {
    readonly code: (typeof whyCodes)[number];
    readonly values: Readonly<Record<string, string | number>>;
  };
}

export interface RoundHint {
  readonly people: number;
  /** how many chance would make alike, with two decimals */
  readonly expected: string;
  readonly projects: readonly string[];
  readonly isExact: boolean;
  /** quadratic: how much less these projects would get if the group counted as one person */
  readonly gain: number | null;
}

export interface RoundOutcome {
  /** people who voted */
  readonly voters: number;
  readonly spent: number;
  /** in the order of the round's list */
  readonly projects: readonly ProjectOutcome[];
  /** ids in the order of the lot */
  readonly lot: readonly string[];
  /** equal shares: what each began with, and how often it was raised by a hundredth */
  readonly share: { readonly amount: string; readonly raised: number } | null;
  readonly compared: readonly Compared[];
  readonly hints: readonly RoundHint[];
}
