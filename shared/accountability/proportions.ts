/*
 * How sure a share is, and a difference between two shares.
 *
 * One share: the score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927), 209-212, without continuity correction.
 * Two shares: R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17 (1998), 873-890, method 10, which is made of the two score intervals.
 * Both behave well for small numbers and for shares near 0 and 1. Only + - x / and the square root are used, so that
 * every engine gives the same bytes.
 */

/** The 97.5 % point of the normal distribution: 95 % of it lie within so many standard deviations. */
const z = 1.959963984540054;

export interface Proportion {
  readonly count: number;
  readonly of: number;
}

/** A share with its 95 % interval. */
export interface Share extends Proportion {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

function check({ count, of }: Proportion): void {
  const isWhole = Number.isSafeInteger(count) && Number.isSafeInteger(of);
  if (!isWhole || count < 0 || of < count) throw new RangeError("a share is of whole numbers");
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** What share that is, and between which it lies; null of nothing. */
export function shareOf({ count, of }: Proportion): Share | null {
  check({ count, of });
  if (of === 0) return null;
  const share = count / of;
  const middle = 2 * of * share + z * z;
  const reach = z * Math.sqrt(z * z + 4 * of * share * (1 - share));
  const under = 2 * (of + z * z);
  return {
    count,
    of,
    share,
    // Rounding must not leave a little of what is nothing, or take a little from what is all.
    low: count === 0 ? 0 : within((middle - reach) / under),
    high: count === of ? 1 : within((middle + reach) / under),
  };
}

/** By how much the first share is larger than the second, with its 95 % interval; null where one is of nothing. */
export function differenceOf(first: Proportion, second: Proportion): Difference | null {
  const [a, b] = [shareOf(first), shareOf(second)];
  if (a === null || b === null) return null;
  const difference = a.share - b.share;
  const square = (value: number) => value * value;
  return {
    difference,
    low: difference - Math.sqrt(square(a.share - a.low) + square(b.high - b.share)),
    high: difference + Math.sqrt(square(a.high - a.share) + square(b.share - b.low)),
  };
}

/** Whether chance alone would rarely make such a difference: its interval leaves out 0. */
export const isMarked = ({ low, high }: Difference): boolean => low > 0 || high < 0;
