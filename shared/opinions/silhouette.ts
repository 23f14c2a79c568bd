import { addAt } from "./add-at.ts";
import type { Points } from "./points.ts";

/**
 * How much nearer points are to their own cluster than to the next, between -1 and 1: the mean of Rousseeuw's
 * silhouettes (Journal of Computational and Applied Mathematics 20, 1987), each point counting as often as its weight
 * says. A point that is a cluster alone has 0; so has everything where there is but one cluster.
 */
export function silhouette(points: Points, labels: Uint8Array, count: number): number {
  const sizes = new Float64Array(count);
  for (let at = 0; at < labels.length; at += 1) {
    addAt(sizes, labels[at] ?? 0, points.weight[at] ?? 0);
  }
  let [sum, all] = [0, 0];
  for (let at = 0; at < labels.length; at += 1) {
    const sums = distancesFrom(at, points, { labels, count });
    const much = points.weight[at] ?? 0;
    all += much;
    sum += much * widthOf(labels[at] ?? 0, sums, sizes);
  }
  return all === 0 ? 0 : sum / all;
}

interface Labelled {
  readonly labels: Uint8Array;
  readonly count: number;
}

/** How far it is from a point to all others, summed by their cluster. */
function distancesFrom(
  at: number,
  { x, y, weight }: Points,
  { labels, count }: Labelled,
): Float64Array {
  const sums = new Float64Array(count);
  const px = x[at] ?? 0;
  const py = y[at] ?? 0;
  for (let other = 0; other < labels.length; other += 1) {
    const dx = (x[other] ?? 0) - px;
    const dy = (y[other] ?? 0) - py;
    addAt(sums, labels[other] ?? 0, (weight[other] ?? 0) * Math.sqrt(dx * dx + dy * dy));
  }
  return sums;
}

/** The silhouette of one point, given the sums of its distances by cluster; those of its own weight are 0. */
function widthOf(own: number, sums: Float64Array, sizes: Float64Array): number {
  const mates = (sizes[own] ?? 0) - 1;
  let next = Number.POSITIVE_INFINITY;
  for (let cluster = 0; cluster < sizes.length; cluster += 1) {
    const size = sizes[cluster] ?? 0;
    if (cluster !== own && size > 0) next = Math.min(next, (sums[cluster] ?? 0) / size);
  }
  if (mates <= 0 || next === Number.POSITIVE_INFINITY) return 0;
  const within = (sums[own] ?? 0) / mates;
  const larger = Math.max(within, next);
  return larger === 0 ? 0 : (next - within) / larger;
}
