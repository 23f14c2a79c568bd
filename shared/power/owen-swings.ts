import type { Game, WeightClass } from "./exact-swings.ts";
import { normalBelow, normalDensity } from "./normal.ts";

/**
 * Owen's approximation by the multilinear extension (Owen, Management Science 18(5), 1972; Leech,
 * "Computing power indices for large voting games", Management Science 49(6), 2003): coalitions of the
 * largest voters are gone through one by one, the weight of all others together is taken as normal.
 */

/** Largest voters whose coalitions are gone through: 2^8 of them. */
const mostLarge = 8;
/** A voter is large whose weight is more than this part of the deviation of all weights. */
const largeFrom = 0.05;

export interface Split {
  readonly large: readonly number[];
  readonly small: readonly WeightClass[];
}

/** The voters that are too large to be taken as part of a normal sum, as far as there is room for them, and all others. */
export function splitLarge({ classes }: Game): Split {
  const deviation = Math.sqrt(squares(classes)) / 2;
  const large: number[] = [];
  const small: WeightClass[] = [];
  for (const { weight, count } of classes.toSorted((a, b) => b.weight - a.weight)) {
    const room = weight > largeFrom * deviation ? mostLarge - large.length : 0;
    const taken = Math.min(room, count);
    for (let voter = 0; voter < taken; voter += 1) large.push(weight);
    if (count > taken) small.push({ weight, count: count - taken });
  }
  return { large, small };
}

const squares = (classes: readonly WeightClass[]) =>
  classes.reduce((sum, { weight, count }) => sum + weight * weight * count, 0);

/** As how many voters of one weight the small ones are, by how their sum spreads. */
export function alikeVoters({ small }: Split): number {
  const sum = small.reduce((all, { weight, count }) => all + weight * count, 0);
  return sum === 0 ? 1 : (sum * sum) / squares(small);
}

interface Coalition {
  readonly weight: number;
  readonly chance: number;
}

function coalitionsOf(large: readonly number[], t: number): Coalition[] {
  return large.reduce<Coalition[]>(
    (found, weight) =>
      found.flatMap((one) => [
        { weight: one.weight, chance: one.chance * (1 - t) },
        { weight: one.weight + weight, chance: one.chance * t },
      ]),
    [{ weight: 0, chance: 1 }],
  );
}

/** How likely one voter of each class decides; see `exactSwings`. */
export function owenSwings(game: Game, split: Split, t: number): Float64Array {
  const { small, large } = split;
  const mean = t * small.reduce((sum, { weight, count }) => sum + weight * count, 0);
  const spread = Math.sqrt(t * (1 - t) * squares(small));
  const swings = new Float64Array(game.classes.length);
  const coalitions = coalitionsOf(large, t);
  const density = densityNear(game, { coalitions, mean, spread });
  const ofSmall = density && { density, quota: game.quota, t };
  for (const [at, { weight }] of game.classes.entries()) {
    const which = large.indexOf(weight);
    if (which >= 0) {
      const others = large.toSpliced(which, 1);
      swings[at] = largeSwing(weight, game.quota, { others, mean, spread, t });
    } else if (ofSmall) swings[at] = smallSwing(weight, ofSmall);
  }
  return swings;
}

interface Rest {
  readonly others: readonly number[];
  readonly mean: number;
  readonly spread: number;
  readonly t: number;
}

function largeSwing(weight: number, quota: number, { others, mean, spread, t }: Rest): number {
  return coalitionsOf(others, t).reduce((sum, { weight: joined, chance }) => {
    // Weights are whole numbers: half a unit lies between falling short and winning.
    const short = quota - 0.5 - joined - mean;
    const below = normalBelow(short / spread) - normalBelow((short - weight) / spread);
    return sum + chance * below;
  }, 0);
}

interface Mixture {
  readonly coalitions: readonly Coalition[];
  readonly mean: number;
  readonly spread: number;
}

/** The density of the sum of all weights, and its second derivative times the square of the unit, at points a step apart. */
interface Density {
  readonly from: number;
  readonly step: number;
  readonly values: Float64Array;
  readonly bends: Float64Array;
}

const steps = 48;

/** The density of the sum of all weights around the quota, tabled once: small voters are many, and it is smooth. Null where it is nought. */
function densityNear(
  { quota, classes }: Game,
  { coalitions, mean, spread }: Mixture,
): Density | null {
  const reach = Math.max(...classes.map(({ weight }) => weight));
  const widest = Math.min(reach, 6 * spread);
  const from = quota - 0.5 - widest - 2;
  const step = (2 * widest + 4) / steps;
  const values = new Float64Array(steps + 1);
  const bends = new Float64Array(steps + 1);
  for (let at = 0; at <= steps; at += 1) {
    for (const { weight, chance } of coalitions) {
      const z = (from + at * step - weight - mean) / spread;
      const value = (chance * normalDensity(z)) / spread;
      values[at] = (values[at] ?? 0) + value;
      bends[at] = (bends[at] ?? 0) + (value * (z * z - 1)) / (spread * spread);
    }
  }
  return values.every((value) => value === 0) ? null : { from, step, values, bends };
}

/** The density less so much of its bend, between the points of the table by the cubic through the four nearest. */
function densityAt({ from, step, values, bends }: Density, sum: number, less: number): number {
  const place = Math.min(steps - 1, Math.max(0, Math.floor((sum - from) / step)));
  const first = Math.min(Math.max(place - 1, 0), values.length - 4);
  const x = (sum - from) / step - first;
  const one = (-(x - 1) * (x - 2) * (x - 3)) / 6;
  const two = (x * (x - 2) * (x - 3)) / 2;
  const three = (-x * (x - 1) * (x - 3)) / 2;
  const four = (x * (x - 1) * (x - 2)) / 6;
  return (
    one * ((values[first] ?? 0) - less * (bends[first] ?? 0)) +
    two * ((values[first + 1] ?? 0) - less * (bends[first + 1] ?? 0)) +
    three * ((values[first + 2] ?? 0) - less * (bends[first + 2] ?? 0)) +
    four * ((values[first + 3] ?? 0) - less * (bends[first + 3] ?? 0))
  );
}

interface SmallSwing {
  readonly density: Density;
  readonly quota: number;
  readonly t: number;
}

/** A small voter decides where the others' sum lies within its weight below the quota: Simpson's rule. */
function smallSwing(weight: number, { density, quota, t }: SmallSwing): number {
  // Without the voter the sum has a mean lower by its part, and a spread smaller by its part.
  const less = (t * (1 - t) * weight * weight) / 2;
  const top = quota - 0.5 + t * weight;
  const simpson =
    (densityAt(density, top, less) +
      4 * densityAt(density, top - weight / 2, less) +
      densityAt(density, top - weight, less)) /
    6;
  return Math.max(0, weight * simpson);
}
