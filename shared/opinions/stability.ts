import { drawsFrom } from "./draws.ts";
import { type Clusters, kMeans, type Patience } from "./k-means.ts";
import type { Points } from "./points.ts";
import { drawnPlaces } from "./starts.ts";

/** How well groups hold when people are drawn again. */
export interface Stability {
  /** the chance that two people of one group are together again */
  readonly overall: number;
  readonly ofGroups: readonly number[];
}

export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
  readonly patience: Patience;
}

/** More draws would not move the figure, but the time it takes. */
const mostDraws = 2_000;

/**
 * Draws as many people again as there are, with replacement, finds groups anew from a drawn start, and looks which
 * pairs are still together (C. Hennig, "Cluster-wise assessment of cluster stability", Computational Statistics & Data
 * Analysis 52, 2007, by pairs). Everybody stands at the centre of their base cluster.
 */
export function stabilityOf(points: Points, groups: Clusters, wish: Resampling): Stability {
  const count = groups.centres.x.length;
  const draw = drawsFrom(wish.seed);
  const together = new Float64Array(count);
  for (let time = 0; time < wish.resamples; time += 1) {
    const again = { ...points, weight: drawnWeights(points.weight, draw) };
    const start = drawnPlaces(again, count, draw);
    const found = kMeans(again, start, wish.patience);
    for (const [group, pairs] of pairsTogether(points, groups, found).entries()) {
      together[group] = (together[group] ?? 0) + pairs;
    }
  }
  // Whole numbers up to the one division: a sum of parts may end a hair above one.
  const pairs = groups.weights.map((size) => (wish.resamples * size * (size - 1)) / 2);
  const share = (some: number, of: number) => (of === 0 ? 1 : some / of);
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  return {
    overall: share(sum(together), sum(pairs)),
    ofGroups: [...pairs].map((of, group) => share(together[group] ?? 0, of)),
  };
}

/** How often each point is drawn, with a chance in proportion to its weight. */
function drawnWeights(weight: Float64Array, draw: () => number): Float64Array {
  const ends = weight.slice();
  for (let at = 1; at < ends.length; at += 1) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
  const total = ends.at(-1) ?? 0;
  const drawn = new Float64Array(weight.length);
  for (let time = Math.min(total, mostDraws); time > 0; time -= 1) {
    const at = firstAbove(ends, draw() * total);
    drawn[at] = (drawn[at] ?? 0) + 1;
  }
  return drawn;
}

function firstAbove(ends: Float64Array, value: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Pairs of people of each group that another clustering has together too. */
function pairsTogether({ weight }: Points, groups: Clusters, other: Clusters): number[] {
  const [rows, columns] = [groups.centres.x.length, other.centres.x.length];
  const table = new Float64Array(rows * columns);
  for (let at = 0; at < weight.length; at += 1) {
    const cell = (groups.labels[at] ?? 0) * columns + (other.labels[at] ?? 0);
    table[cell] = (table[cell] ?? 0) + (weight[at] ?? 0);
  }
  return Array.from({ length: rows }, (_, row) =>
    table
      .subarray(row * columns, (row + 1) * columns)
      .reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
  );
}
