import { convexHull, type Corner } from "#shared/opinions/hull.ts";
import type { Places } from "./viewport.ts";

export interface SceneGroup {
  /** the same from run to run: gives letter, colour and shape */
  readonly number: number;
  readonly label: string;
  /** where nobody's own place can be read off; see `outlineOf` */
  readonly outline: readonly Corner[];
}

/** All that a map draws. */
export interface Scene {
  readonly people: Places;
  /** the number of each person's group, -1 for none */
  readonly numbers: ArrayLike<number>;
  readonly groups: readonly SceneGroup[];
  /** where the reader stands, and what that is called */
  readonly own: { readonly place: Corner; readonly label: string } | null;
}

/** A part of the way from one place to another, for each person. */
export function between(before: Places, after: Places, part: number): Places {
  // A plain loop: this is done for each frame, of up to 50,000 people.
  const along = (from: ArrayLike<number>, to: ArrayLike<number>) => {
    const found = new Float64Array(to.length);
    for (let at = 0; at < to.length; at += 1) {
      const start = from[at] ?? 0;
      found[at] = start + ((to[at] ?? 0) - start) * part;
    }
    return found;
  };
  return { x: along(before.x, after.x), y: along(before.y, after.y) };
}

/** Slow at both ends (cubic). */
export const eased = (part: number): number =>
  part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;

const turns = 16;

/** An outline so many pixels further out, with round corners; of one corner a circle, of two a capsule. */
export function rounded(corners: readonly Corner[], distance: number): Corner[] {
  return convexHull(
    corners.flatMap(([x, y]) =>
      Array.from({ length: turns }, (_, turn): Corner => {
        const angle = (2 * Math.PI * turn) / turns;
        return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
      }),
    ),
  );
}

/** The point of an outline's upper edge above the middle of its width: where its label belongs. */
export function topOf(outline: readonly Corner[]): Corner | null {
  if (outline.length === 0) return null;
  const across = outline.map(([x]) => x);
  const middle = (Math.min(...across) + Math.max(...across)) / 2;
  const heights = outline.flatMap(([x, y], at) => {
    const [nextX, nextY] = outline[(at + 1) % outline.length] ?? [x, y];
    const isAcross = Math.min(x, nextX) <= middle && middle <= Math.max(x, nextX) && x !== nextX;
    return isAcross ? [y + ((nextY - y) * (middle - x)) / (nextX - x)] : [];
  });
  return [middle, Math.min(...heights, ...(heights.length === 0 ? [outline[0]?.[1] ?? 0] : []))];
}

/** How large a person is drawn, in pixels across: smaller where there are many. */
export const dotSize = (people: number): number =>
  Math.round(Math.min(13, Math.max(4, 110 / Math.sqrt(Math.max(1, people)) + 3)));

/** Everybody's place in the order of group, and within it from left to right. */
function inRank({ people, numbers }: Pick<Scene, "people" | "numbers">): Int32Array {
  const order = Int32Array.from({ length: people.x.length }, (_, at) => at);
  return order.sort(
    (a, b) =>
      (numbers[a] ?? 0) - (numbers[b] ?? 0) ||
      (people.x[a] ?? 0) - (people.x[b] ?? 0) ||
      (people.y[a] ?? 0) - (people.y[b] ?? 0),
  );
}

/**
 * Where each mark of a new map comes from. Maps don't tell who is who, so marks walk by their rank: the leftmost of a
 * group from where the leftmost of it was.
 */
export function origins(before: Scene, after: Scene): Places {
  const [from, to] = [inRank(before), inRank(after)];
  const x = Float64Array.from(after.people.x);
  const y = Float64Array.from(after.people.y);
  for (let rank = 0; rank < to.length && from.length > 0; rank += 1) {
    const source = from[Math.floor((rank * from.length) / to.length)] ?? 0;
    x[to[rank] ?? 0] = before.people.x[source] ?? 0;
    y[to[rank] ?? 0] = before.people.y[source] ?? 0;
  }
  return { x, y };
}
