import type { Places } from "./viewport.ts";

/** How far the marks of the largest pile reach, in pixels: so that they stay within outlines and frame. */
const farthest = 24;
/** Marks of one pile touch, and don't cover each other, where so much of their width is between them. */
const touching = 0.6;
/** The golden angle: turned by it again and again, marks fill a disc evenly (Vogel 1979). */
const turn = Math.PI * (3 - Math.sqrt(5));

export interface Spread {
  /** So many pixels each mark is drawn aside of its place. */
  readonly aside: Places;
  /** The farthest of them. */
  readonly reach: number;
}

/** Which of those at its place each one is, from 0, and how many they are. */
function pilesOf({ x, y }: Places) {
  const ranks = new Int32Array(x.length);
  const columns = new Map<number, Map<number, number>>();
  let largest = 0;
  for (let at = 0; at < x.length; at += 1) {
    const column = columns.get(x[at] ?? 0) ?? new Map<number, number>();
    columns.set(x[at] ?? 0, column);
    const before = column.get(y[at] ?? 0) ?? 0;
    ranks[at] = before;
    column.set(y[at] ?? 0, before + 1);
    largest = Math.max(largest, before + 1);
  }
  return { ranks, largest, countAt: (at: number) => columns.get(x[at] ?? 0)?.get(y[at] ?? 0) ?? 1 };
}

/**
 * People who answer alike have one place. Their marks are spread around it over a disc whose area is as many of them
 * as there are, by one measure for the whole map: 40 look like forty times one, and the same on each visit.
 */
export function spread(people: Places, dot: number): Spread {
  const { ranks, largest, countAt } = pilesOf(people);
  const gap = largest > 1 ? Math.min(touching * dot, farthest / Math.sqrt(largest)) : 0;
  const x = new Float64Array(ranks.length);
  const y = new Float64Array(ranks.length);
  for (let at = 0; at < ranks.length; at += 1) {
    if (countAt(at) === 1) continue;
    const rank = ranks[at] ?? 0;
    const radius = gap * Math.sqrt(rank + 0.5);
    x[at] = radius * Math.cos(rank * turn);
    y[at] = radius * Math.sin(rank * turn);
  }
  return { aside: { x, y }, reach: largest > 1 ? gap * Math.sqrt(largest) : 0 };
}
