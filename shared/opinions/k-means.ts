import { NearestCentre } from "./nearest-centre.ts";
import type { Points, Positions } from "./points.ts";

/** Clusters of points, none of them empty. */
export interface Clusters {
  /** the weighted mean of each */
  readonly centres: Positions;
  /** in which each point is */
  readonly labels: Uint8Array;
  /** the weight of each */
  readonly weights: Float64Array;
  /** the weighted sum of squared distances from the centres */
  readonly spread: number;
  readonly rounds: number;
  /** false where it was broken off at the most rounds */
  readonly isSettled: boolean;
}

export interface Patience {
  readonly rounds: number;
  /** settled when no centre moves this far; 0: when none moves at all */
  readonly move: number;
}

/**
 * Lloyd's k-means (IEEE Transactions on Information Theory 28(2), 1982) from given centres. A cluster
 * that loses all its points is no more.
 */
export function kMeans(points: Points, start: Positions, { rounds, move }: Patience): Clusters {
  const nearest = new NearestCentre(points);
  const labels = new Uint8Array(points.x.length);
  let centres = start;
  for (let round = 1; ; round += 1) {
    nearest.assign(centres, labels);
    const means = meansOf(points, labels, centres.x.length);
    const isSame = means.centres.x.length === centres.x.length;
    const isSettled = isSame && hasSettled(centres, means.centres, move);
    centres = means.centres;
    if (isSettled || round >= rounds) {
      return {
        ...means,
        labels,
        spread: spreadOf(points, labels, centres),
        rounds: round,
        isSettled,
      };
    }
  }
}

/** The mean of each cluster; empty ones are left out, and labels renamed for it. */
function meansOf({ x, y, weight }: Points, labels: Uint8Array, count: number) {
  const sums = { x: new Float64Array(count), y: new Float64Array(count) };
  const weights = new Float64Array(count);
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] ?? 0;
    const much = weight[at] ?? 0;
    sums.x[label] = (sums.x[label] ?? 0) + much * (x[at] ?? 0);
    sums.y[label] = (sums.y[label] ?? 0) + much * (y[at] ?? 0);
    weights[label] = (weights[label] ?? 0) + much;
  }
  return meansOfKept(sums, weights, labels);
}

function meansOfKept({ x, y }: Positions, weights: Float64Array, labels: Uint8Array) {
  const names = new Uint8Array(weights.length);
  let kept = 0;
  for (let label = 0; label < weights.length; label += 1) {
    const much = weights[label] ?? 0;
    if (much === 0) continue;
    names[label] = kept;
    x[kept] = (x[label] ?? 0) / much;
    y[kept] = (y[label] ?? 0) / much;
    weights[kept] = much;
    kept += 1;
  }
  if (kept < weights.length) rename(labels, names);
  return {
    centres: { x: x.slice(0, kept), y: y.slice(0, kept) },
    weights: weights.slice(0, kept),
  };
}

function rename(labels: Uint8Array, names: Uint8Array): void {
  for (let at = 0; at < labels.length; at += 1) labels[at] = names[labels[at] ?? 0] ?? 0;
}

function hasSettled(before: Positions, after: Positions, move: number): boolean {
  for (let centre = 0; centre < after.x.length; centre += 1) {
    const dx = (after.x[centre] ?? 0) - (before.x[centre] ?? 0);
    const dy = (after.y[centre] ?? 0) - (before.y[centre] ?? 0);
    const moved = dx * dx + dy * dy;
    if (moved > 0 && moved >= move * move) return false;
  }
  return true;
}

function spreadOf({ x, y, weight }: Points, labels: Uint8Array, centres: Positions): number {
  let sum = 0;
  for (let at = 0; at < labels.length; at += 1) {
    const dx = (x[at] ?? 0) - (centres.x[labels[at] ?? 0] ?? 0);
    const dy = (y[at] ?? 0) - (centres.y[labels[at] ?? 0] ?? 0);
    sum += (weight[at] ?? 0) * (dx * dx + dy * dy);
  }
  return sum;
}
