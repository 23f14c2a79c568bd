import type { Points, Positions } from "./points.ts";

/** The first so many places that differ (Polis, init-clusters). */
export function firstPlaces({ x, y }: Positions, most: number): Positions {
  const found = new Map<string, number>();
  for (let at = 0; at < x.length && found.size < most; at += 1) {
    const place = `${x[at]} ${y[at]}`;
    if (!found.has(place)) found.set(place, at);
  }
  return placesAt({ x, y }, [...found.values()]);
}

const placesAt = ({ x, y }: Positions, places: readonly number[]): Positions => ({
  x: Float64Array.from(places, (at) => x[at] ?? 0),
  y: Float64Array.from(places, (at) => y[at] ?? 0),
});

/**
 * So many places, each drawn with a chance in proportion to its weight and squared distance from those before it
 * (k-means++: Arthur and Vassilvitskii, SODA 2007); fewer where fewer places differ.
 */
export function drawnPlaces(points: Points, most: number, draw: () => number): Positions {
  const { x, weight } = points;
  const chances = weight.slice();
  const found: number[] = [];
  while (found.length < Math.min(most, x.length)) {
    const at = drawnFrom(chances, draw());
    if (at === undefined) break;
    found.push(at);
    // The first was drawn by weight alone.
    if (found.length === 1) chances.fill(Number.POSITIVE_INFINITY);
    lower(chances, points, at);
  }
  return placesAt(points, found);
}

/** No place has a better chance than its distance from the one that was found gives it. */
function lower(chances: Float64Array, { x, y, weight }: Points, found: number): void {
  const px = x[found] ?? 0;
  const py = y[found] ?? 0;
  for (let other = 0; other < x.length; other += 1) {
    const dx = (x[other] ?? 0) - px;
    const dy = (y[other] ?? 0) - py;
    const chance = (weight[other] ?? 0) * (dx * dx + dy * dy);
    if (chance < (chances[other] ?? 0)) chances[other] = chance;
  }
}

/** One of some things by their chances; undefined where none has any. */
function drawnFrom(chances: Float64Array, drawn: number): number | undefined {
  let left = 0;
  for (let at = 0; at < chances.length; at += 1) left += chances[at] ?? 0;
  left *= drawn;
  let last: number | undefined;
  for (let at = 0; at < chances.length && left >= 0; at += 1) {
    const chance = chances[at] ?? 0;
    if (chance <= 0) continue;
    last = at;
    left -= chance;
  }
  return last;
}
