import type { Positions } from "./points.ts";

export type Corner = readonly [x: number, y: number];

/**
 * The outline of some people, none of whose corners is the place of one person: each is the middle of at least so many
 * who stand together. Empty where there are fewer people than that; one corner or two where they are few.
 */
export function outlineOf(
  positions: Positions,
  people: readonly number[],
  fewest: number,
): Corner[] {
  if (people.length < fewest) return [];
  return convexHull(partsOf(positions, people, fewest).map((part) => middleOf(positions, part)));
}

/** Halves people along the longer side of where they stand, for as long as each half is large enough. */
function partsOf(
  positions: Positions,
  people: readonly number[],
  fewest: number,
): (readonly number[])[] {
  if (people.length < 2 * fewest) return [people];
  const along =
    widthOf(positions.x, people) >= widthOf(positions.y, people) ? positions.x : positions.y;
  const sorted = people.toSorted((a, b) => (along[a] ?? 0) - (along[b] ?? 0) || a - b);
  const half = Math.floor(people.length / 2);
  return [sorted.slice(0, half), sorted.slice(half)].flatMap((part) =>
    partsOf(positions, part, fewest),
  );
}

function widthOf(values: Float64Array, people: readonly number[]): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const person of people) {
    const value = values[person] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}

function middleOf({ x, y }: Positions, people: readonly number[]): Corner {
  const mean = (values: Float64Array) =>
    people.reduce((sum, person) => sum + (values[person] ?? 0), 0) / people.length;
  return [mean(x), mean(y)];
}

/**
 * The corners of the smallest convex shape around some points, counterclockwise from the leftmost (Andrew's monotone
 * chain, Information Processing Letters 9(5), 1979).
 */
export function convexHull(points: readonly Corner[]): Corner[] {
  const all = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const sorted = all.filter(([x, y], at) => x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1]);
  if (sorted.length < 3) return sorted;
  const below = chain(sorted);
  const above = chain(sorted.toReversed());
  return [...below.slice(0, -1), ...above.slice(0, -1)];
}

function chain(points: readonly Corner[]): Corner[] {
  const found: Corner[] = [];
  for (const point of points) {
    while (found.length > 1 && !isLeftTurn(found.at(-2), found.at(-1), point)) found.pop();
    found.push(point);
  }
  return found;
}

function isLeftTurn(a: Corner = [0, 0], b: Corner = [0, 0], c: Corner = [0, 0]): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}
