import { drawsFrom } from "../draws.ts";
import type { BothSides, Side } from "./ratings.ts";

/** How strongly what is far from nothing is held back. */
export interface Regularisation {
  readonly intercepts: number;
  readonly factors: number;
  /** it ends when the loss falls by less */
  readonly tolerance: number;
  readonly rounds: number;
  readonly seed: number;
}

/** As public Community Notes have it (twitter/communitynotes, mf_base_scorer), but for the tolerance. */
export const communityNotes: Regularisation = {
  intercepts: 0.15,
  factors: 0.03,
  tolerance: 1e-7,
  rounds: 500,
  seed: 1,
};

/** How much of a step is taken once more before the next one, which takes less than half as many. */
const momentum = 0.8;

/** What each of one side brings of its own, and its viewpoint. */
export interface Effects {
  readonly intercepts: Float64Array;
  readonly factors: Float64Array;
}

/** The same while it is searched for, intercept and factor of each side by side, as they are read together. */
type Both = Float64Array;

/** Where a search ended, and another one may begin. */
export interface Beginning {
  readonly mean: number;
  /** intercept and factor of each item */
  readonly items: Float64Array;
}

export interface Factorisation {
  readonly mean: number;
  readonly raters: Effects;
  readonly items: Effects;
  readonly left: Beginning;
  /** the mean squared error with what holds back */
  readonly loss: number;
  readonly rounds: number;
  readonly isSettled: boolean;
}

/**
 * Explains each rating by a mean, the rater, the item, and how far their viewpoints agree: r = m + i(u) + i(n) +
 * f(u) f(n) (Wojcik et al., "Birdwatch: Crowd wisdom and bridging algorithms can inform understanding and reduce the spread
 * of misinformation", 2022). The loss is the mean squared error plus, for each kind of parameter, its mean square times
 * its weight. Raters and items take turns to be solved exactly (alternating ridge regression), so that nothing
 * is left to chance but the start, which is drawn by the seed; steps have momentum, and none where the loss rose
 * (O'Donoghue and Candès, "Adaptive restart for accelerated gradient schemes", 2015).
 * @param before where an earlier search ended, whose items had the same numbers: with few new ratings it is soon over
 */
export function factorise(
  ratings: BothSides,
  wish: Regularisation,
  before?: Beginning,
): Factorisation {
  const { count, byRater, byItem } = ratings;
  const raters: Both = new Float64Array(2 * (byRater.starts.length - 1));
  const items: Both = new Float64Array(2 * (byItem.starts.length - 1));
  const draw = drawsFrom(wish.seed);
  for (let at = 1; at < items.length; at += 2) items[at] = 2 * draw() - 1;
  if (before) items.set(before.items.subarray(0, items.length));
  const last = items.slice();
  let mean = before?.mean ?? meanOf(byRater.values);
  let loss = Number.POSITIVE_INFINITY;
  for (let round = 1; ; round += 1) {
    solve(byRater, { own: raters, others: items, mean, count, wish });
    const { squares, left } = solve(byItem, { own: items, others: raters, mean, count, wish });
    const held = heldBack(raters, wish) + wish.intercepts * mean * mean;
    const next = count === 0 ? 0 : squares / count + held;
    const isSettled = Math.abs(loss - next) < wish.tolerance;
    if (isSettled || round >= wish.rounds) {
      const sign = signOf(raters);
      const found = { raters: effectsOf(raters, sign), items: effectsOf(items, sign) };
      return { mean, ...found, left: { mean, items }, loss: next, rounds: round, isSettled };
    }
    // Where it overshot, it goes on from where it is.
    pushOn(items, last, round > 2 && next < loss ? momentum : 0);
    loss = next;
    mean += (left / count - wish.intercepts * mean) / (1 + wish.intercepts);
  }
}

/** Carries on in the direction of the last step. */
function pushOn(now: Both, before: Both, by: number): void {
  for (let at = 0; at < now.length; at += 1) {
    const value = now[at] ?? 0;
    now[at] = value + by * (value - (before[at] ?? 0));
    before[at] = value;
  }
}

const meanOf = (values: Float32Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function heldBack(both: Both, wish: Regularisation): number {
  let sum = 0;
  let square = 0;
  for (let at = 0; at < both.length; at += 2) {
    const intercept = both[at] ?? 0;
    const factor = both[at + 1] ?? 0;
    sum += intercept * intercept;
    square += factor * factor;
  }
  return (2 * (wish.intercepts * sum + wish.factors * square)) / Math.max(2, both.length);
}

interface Turn {
  readonly own: Both;
  readonly others: Both;
  readonly mean: number;
  readonly count: number;
  readonly wish: Regularisation;
}

/**
 * The best intercept and factor of each of one side while the other stands still: a ridge regression on two columns.
 * @returns the sum of squared errors with what holds this side back, and the sum of errors
 */
function solve({ starts, others: joined, values }: Side, { own, others, mean, count, wish }: Turn) {
  const size = own.length / 2;
  const ridgeOne = (wish.intercepts * count) / Math.max(1, size);
  const ridgeFactor = (wish.factors * count) / Math.max(1, size);
  let squares = 0;
  let left = 0;
  for (let at = 0; at < size; at += 1) {
    // Names one by one: until this is compiled a list of some of them takes longer than to add up what they are for.
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? 0;
    let sumE = 0;
    let sumEE = 0;
    let sumF = 0;
    let sumFF = 0;
    let sumEF = 0;
    for (let place = start; place < end; place += 1) {
      const other = 2 * (joined[place] ?? 0);
      const error = (values[place] ?? 0) - mean - (others[other] ?? 0);
      const factor = others[other + 1] ?? 0;
      sumE += error;
      sumEE += error * error;
      sumF += factor;
      sumFF += factor * factor;
      sumEF += error * factor;
    }
    const one = end - start + ridgeOne;
    const two = sumFF + ridgeFactor;
    const determinant = one * two - sumF * sumF;
    const intercept = start === end ? 0 : (two * sumE - sumF * sumEF) / determinant;
    const factor = start === end ? 0 : (one * sumEF - sumF * sumE) / determinant;
    own[2 * at] = intercept;
    own[2 * at + 1] = factor;
    squares += sumEE - intercept * sumE - factor * sumEF;
    left += sumE - (end - start) * intercept - factor * sumF;
  }
  return { squares, left };
}

/** Which viewpoint is called negative is free: it is that of most raters. */
function signOf(raters: Both): 1 | -1 {
  let lean = 0;
  for (let at = 1; at < raters.length; at += 2) lean += Math.sign(raters[at] ?? 0);
  return lean > 0 ? -1 : 1;
}

const effectsOf = (both: Both, sign: 1 | -1): Effects => ({
  intercepts: both.filter((_, at) => at % 2 === 0),
  factors: both.filter((_, at) => at % 2 === 1).map((factor) => sign * factor),
});
