import { type Beginning, factorise, type Regularisation } from "./factorise.ts";
import { bothSides, type BothSides, type Ratings, type Side } from "./ratings.ts";

/** Why nothing is said of an item yet. */
export const shortages = ["few-raters", "one-side"] as const;
export type Shortage = (typeof shortages)[number];
/** The same where there were more ratings than whoever asks has time for. */
export const tooMany = "too-many-ratings";

/** How far an item is found helpful by people who usually differ. */
export interface Bridging {
  readonly raters: number;
  /** how many raters there are of each viewpoint */
  readonly sides: readonly [number, number];
  /** how helpful it is found beyond what viewpoints explain; null where too few people say so */
  readonly score: number | null;
  /** whose viewpoint it is, from one side (negative) to the other */
  readonly viewpoint: number | null;
  readonly shortage: Shortage | null;
}

/** Items are scored from so many raters on, of whom so many are of each side. */
export const fewestRaters = 5;
export const fewestOfSide = 3;
/** Viewpoints of people who rated less are hardly known. */
const fewestRatings = 3;

export interface BridgingRun {
  readonly items: readonly Bridging[];
  /** what the next run over the same items may begin with */
  readonly left: Beginning;
  readonly isSettled: boolean;
  readonly rounds: number;
}

/**
 * Which items bridge viewpoints: the intercept of each in a factorisation of all ratings. It is no share of votes: what one
 * side alone finds helpful is explained by its viewpoint, and scores low however many they are.
 * @param before what an earlier run left, whose items had the same numbers
 */
export function bridging(ratings: Ratings, wish: Regularisation, before?: Beginning): BridgingRun {
  const sides = bothSides(ratings);
  const { raters, items, left, isSettled, rounds } = factorise(sides, wish, before);
  const lean = leansOf(sides, raters.factors);
  const scored = Array.from(items.factors, (viewpoint, item): Bridging => {
    const counted = leaningsOf(sides.byItem, item, lean);
    const shortage = shortageOf(counted);
    if (shortage !== null) return { ...counted, score: null, viewpoint: null, shortage };
    return { ...counted, score: items.intercepts[item] ?? 0, viewpoint, shortage };
  });
  return { items: scored, left, isSettled, rounds };
}

/** How many rated an item, and how many of them are of each side. */
function leaningsOf({ starts, others }: Side, item: number, lean: Int8Array) {
  const start = starts[item] ?? 0;
  const end = starts[item + 1] ?? 0;
  let one = 0;
  let other = 0;
  for (let place = start; place < end; place += 1) {
    const side = lean[others[place] ?? 0] ?? 0;
    if (side < 0) one += 1;
    if (side > 0) other += 1;
  }
  return { raters: end - start, sides: [one, other] as const };
}

function shortageOf({ raters, sides }: Pick<Bridging, "raters" | "sides">): Shortage | null {
  if (raters < fewestRaters) return "few-raters";
  return Math.min(...sides) < fewestOfSide ? "one-side" : null;
}

/** On which side each rater is; 0 where that is not known. */
function leansOf({ byRater }: BothSides, factors: Float64Array): Int8Array {
  return Int8Array.from(factors, (factor, rater) => {
    const [start = 0, end = 0] = byRater.starts.subarray(rater, rater + 2);
    return end - start < fewestRatings ? 0 : Math.sign(factor);
  });
}
