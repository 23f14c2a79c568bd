import type { Estimate } from "./bayes.ts";
import type { Links } from "./links.ts";

/** Why something may be spam. It is said to those who decide; nothing is removed by it. */
export const spamCodes = [
  /** It has at least so many links as the community says. */
  "many-links",
  /** It says hardly anything but links. */
  "mostly-links",
  /** It leads to where nobody here has led before. */
  "new-domain",
  /** Its author has written nearly the same shortly before. */
  "own-repeat",
  /** Others have. */
  "others-repeat",
  /** Its words are those of what moderators found to be spam. */
  "likely",
] as const;
export type SpamCode = (typeof spamCodes)[number];

export interface SpamReason {
  readonly code: SpamCode;
  /** How many, or how many of a hundred. */
  readonly count: number;
}

/** What a community takes for too much. */
export interface SpamThresholds {
  readonly links: number;
  /** How likely it is spam, in hundredths. */
  readonly percent: number;
}

export interface SpamFacts {
  readonly links: Pick<Links, "count" | "share">;
  /** Where it leads that nobody has led before. */
  readonly newHosts: number;
  /** How many of its author's own texts, and of others', are nearly the same. */
  readonly repeats: { readonly own: number; readonly others: number };
  readonly estimate: Estimate;
}

const most = 0.5;

/** What speaks for spam, as reasons. */
export function spamReasons(facts: SpamFacts, thresholds: SpamThresholds): SpamReason[] {
  const { links, newHosts, repeats, estimate } = facts;
  const likely = estimate.kind === "estimate" ? Math.floor(estimate.probability * 100) : 0;
  const share = Math.floor(links.share * 100);
  const all: readonly [SpamCode, number, boolean][] = [
    ["many-links", links.count, links.count >= thresholds.links],
    ["mostly-links", share, links.share >= most],
    ["new-domain", newHosts, newHosts > 0],
    ["own-repeat", repeats.own, repeats.own > 0],
    ["others-repeat", repeats.others, repeats.others > 0],
    ["likely", likely, likely >= thresholds.percent],
  ];
  return all.filter(([, , applies]) => applies).map(([code, count]) => ({ code, count }));
}

/** A link to a new place by itself is a hint, and no reason to keep anything from being read. */
export const isReasonToHold = (reasons: readonly SpamReason[]): boolean =>
  reasons.some(({ code }) => code !== "new-domain");
