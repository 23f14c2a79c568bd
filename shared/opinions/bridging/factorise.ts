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

/** What each of one side brings of its own, and its viewpoint. */
export interface Effects {
  readonly intercepts: Float64Array;
  readonly factors: Float64Array;
}

export interface Factorisation {
  readonly mean: number;
  readonly raters: Effects;
  readonly items: Effects;
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
 * is left to chance but the start, which is drawn by the seed.
 */
export function factorise(ratings: BothSides, wish: Regularisation): Factorisation {
  const { count, byRater, byItem } = ratings;
  const raters = effects(byRater);
  const items = effects(byItem);
  const draw = drawsFrom(wish.seed);
  for (let item = 0; item < items.factors.length; item += 1) items.factors[item] = 2 * draw() - 1;
  let mean = meanOf(byRater.values);
  let loss = Number.POSITIVE_INFINITY;
  for (let round = 1; ; round += 1) {
    solve(byRater, { own: raters, others: items, mean, count, wish });
    const { squares, left } = solve(byItem, { own: items, others: raters, mean, count, wish });
    const held = heldBack(raters, wish) + wish.intercepts * mean * mean;
    const next = count === 0 ? 0 : squares / count + held;
    const isSettled = loss - next < wish.tolerance;
    if (isSettled || round >= wish.rounds) {
      turn(raters, items);
      return { mean, raters, items, loss: next, rounds: round, isSettled };
    }
    loss = next;
    mean += (left / count - wish.intercepts * mean) / (1 + wish.intercepts);
  }
}

function effects({ starts }: Side): Effects {
  const size = starts.length - 1;
  return { intercepts: new Float64Array(size), factors: new Float64Array(size) };
}

const meanOf = (values: Float32Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function heldBack({ intercepts, factors }: Effects, wish: Regularisation): number {
  let [sum, square] = [0, 0];
  for (let at = 0; at < factors.length; at += 1) {
    sum += (intercepts[at] ?? 0) * (intercepts[at] ?? 0);
    square += (factors[at] ?? 0) * (factors[at] ?? 0);
  }
  const size = Math.max(1, factors.length);
  return (wish.intercepts * sum + wish.factors * square) / size;
}

interface Turn {
  readonly own: Effects;
  readonly others: Effects;
  readonly mean: number;
  readonly count: number;
  readonly wish: Regularisation;
}

/**
 * The best intercept and factor of each of one side while the other stands still: a ridge regression on two columns.
 * @returns the sum of squared errors with what holds this side back, and the sum of errors
 */
function solve({ starts, others: joined, values }: Side, { own, others, mean, count, wish }: Turn) {
  const size = own.factors.length;
  const ridgeOne = (wish.intercepts * count) / Math.max(1, size);
  const ridgeFactor = (wish.factors * count) / Math.max(1, size);
  const { intercepts, factors } = others;
  let [squares, left] = [0, 0];
  for (let at = 0; at < size; at += 1) {
    const [start = 0, end = 0] = [starts[at], starts[at + 1]];
    let [sumE, sumEE, sumF, sumFF, sumEF] = [0, 0, 0, 0, 0];
    for (let place = start; place < end; place += 1) {
      const other = joined[place] ?? 0;
      const factor = factors[other] ?? 0;
      const error = (values[place] ?? 0) - mean - (intercepts[other] ?? 0);
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
    own.intercepts[at] = intercept;
    own.factors[at] = factor;
    squares += sumEE - intercept * sumE - factor * sumEF;
    left += sumE - (end - start) * intercept - factor * sumF;
  }
  return { squares, left };
}

/** Which viewpoint is called negative is free: it is that of most raters. */
function turn(raters: Effects, items: Effects): void {
  const lean = raters.factors.reduce((sum, factor) => sum + Math.sign(factor), 0);
  if (lean <= 0) return;
  for (const { factors } of [raters, items]) {
    for (let at = 0; at < factors.length; at += 1) factors[at] = -(factors[at] ?? 0);
  }
}
