import { greatestCommonDivisor } from "../voting/fraction.ts";
import { exactSwings, type Game, type WeightClass } from "./exact-swings.ts";
import { alikeVoters, owenSwings, splitLarge } from "./owen-swings.ts";
import { mostForSubsets, swingAt, swingsBySize } from "./subset-swings.ts";
import { nodesBetweenZeroAndOne } from "./quadrature.ts";

export interface WeightedVoters {
  readonly weights: readonly bigint[];
  /** A coalition wins with this weight, or more. */
  readonly quota: bigint;
}

/** Power of each voter, in the order of the weights. */
export interface PowerIndices {
  /** Chance to decide where all coalitions are as likely (Penrose 1946, Banzhaf 1965). */
  readonly banzhaf: readonly number[];
  /** The same as shares that sum to 1. */
  readonly banzhafShare: readonly number[];
  /** Chance to decide where all orders of joining are as likely (Shapley and Shubik 1954). */
  readonly shapleyShubik: readonly number[];
  /** `owen`: large voters by all their coalitions, the sum of the others taken as normal. */
  readonly method: "exact" | "owen";
  /** How far the Shapley–Shubik indices are from adding up to 1, as true ones do: what the approximation costs. */
  readonly error: number;
}

/** Steps of work that are worth being exact: about 50 ms. */
const mostWork = 5e7;

/** Power indices of a weighted game; where the quota can't be met, or is met by nobody, no voter has power. */
export function powerIndices({ weights, quota }: WeightedVoters): PowerIndices {
  const game = reduce({ weights, quota });
  if (!game) {
    const none = weights.map(() => 0);
    return { banzhaf: none, banzhafShare: none, shapleyShubik: none, method: "exact", error: 0 };
  }
  const { method, panels, swingsAt } = measure(game);
  const half = swingsAt(0.5);
  const shapley = integrate(swingsAt, game, panels);
  const sumOver = (values: ArrayLike<number>) =>
    game.classes.reduce((sum, { count }, at) => sum + count * (values[at] ?? 0), 0);
  const total = sumOver(half);
  const ofVoter = (values: ArrayLike<number>) => (weight: bigint) => {
    const at = game.classOf.get(weight);
    return at === undefined ? 0 : (values[at] ?? 0);
  };
  const banzhaf = weights.map(ofVoter(half));
  return {
    banzhaf,
    banzhafShare: banzhaf.map((power) => (total === 0 ? 0 : power / total)),
    shapleyShubik: weights.map(ofVoter(shapley)),
    method,
    error: method === "exact" ? 0 : Math.abs(sumOver(shapley) - 1),
  };
}

interface Reduced extends Game {
  /** Those who have weight, and the quota, as they were given. */
  readonly given: WeightedVoters;
  /** The class of each weight that is not zero. */
  readonly classOf: ReadonlyMap<bigint, number>;
}

/** The same game in the largest unit in which all weights are whole, and not too fine for doubles. */
function reduce({ weights, quota }: WeightedVoters): Reduced | null {
  const held = weights.filter((weight) => weight > 0n);
  const total = held.reduce((sum, weight) => sum + weight, 0n);
  if (quota <= 0n || quota > total) return null;
  const unit = held.reduce(greatestCommonDivisor, 0n);
  const counts = new Map<bigint, number>();
  for (const weight of held) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  const distinct = [...counts.keys()].toSorted((a, b) => (a < b ? 1 : -1));
  const classes: WeightClass[] = distinct.map((weight) => ({
    weight: Number(weight / unit),
    count: counts.get(weight) ?? 0,
  }));
  return {
    given: { weights: held, quota },
    classes,
    classOf: new Map(distinct.map((weight, at) => [weight, at])),
    quota: Number((quota + unit - 1n) / unit),
    total: Number(total / unit),
  };
}

type SwingsAt = (t: number) => ArrayLike<number>;

interface Measure {
  readonly method: PowerIndices["method"];
  /** Parts into which t is cut to integrate. */
  readonly panels: number;
  readonly swingsAt: SwingsAt;
}

/** So few that going through their coalitions takes no time worth mentioning. */
const certainlyFew = 12;

function measure(game: Reduced): Measure {
  const voters = game.given.weights.length;
  if (voters <= certainlyFew) return measureFew(game);
  return measureMany(game) ?? (voters <= mostForSubsets ? measureFew(game) : measureByOwen(game));
}

function measureFew({ given, classOf }: Reduced): Measure {
  const swings = swingsBySize(given);
  const ofClass = [...classOf.keys()].map((weight) => swings[given.weights.indexOf(weight)]);
  return {
    method: "exact",
    panels: 1,
    swingsAt: (t) => ofClass.map((bySize) => (bySize ? swingAt(bySize, t) : 0)),
  };
}

/** By the distribution of weights, where that is not too long; null where it is. */
function measureMany(game: Game): Measure | null {
  const voters = game.classes.reduce((sum, { count }) => sum + count, 0);
  const panels = panelsFor(voters);
  const passes = (voters + game.classes.length) * 16 * panels;
  if (passes * (game.total / 2) > mostWork) return null;
  return { method: "exact", panels, swingsAt: (t) => exactSwings(game, t) };
}

function measureByOwen(game: Game): Measure {
  const split = splitLarge(game);
  return {
    method: "owen",
    panels: panelsFor(alikeVoters(split)),
    swingsAt: (t) => owenSwings(game, split, t),
  };
}

/** The chance to decide rises and falls within about 1/sqrt(n) of t. */
const panelsFor = (voters: number) => (voters <= 32 ? 1 : Math.ceil(Math.sqrt(voters) / 2));

/** The Shapley–Shubik index is the mean of the chance to decide over all t (Owen 1972). */
function integrate(swingsAt: SwingsAt, { classes }: Game, panels: number): number[] {
  const sums = classes.map(() => 0);
  for (const { at, weight } of nodesBetweenZeroAndOne(panels)) {
    const swings = swingsAt(at);
    for (const index of sums.keys()) {
      sums[index] = (sums[index] ?? 0) + weight * (swings[index] ?? 0);
    }
  }
  return sums;
}
