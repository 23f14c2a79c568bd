import { convexHull, type Corner } from "#shared/opinions/hull.ts";
import type { Places, Size } from "./viewport.ts";

export interface SceneGroup {
  /** the same from run to run: gives letter, colour and shape */
  readonly number: number;
  readonly label: string;
  /** where nobody's own place can be read off; see `outlineOf` */
  readonly outline: readonly Corner[];
}

/** Where people are, and so many pixels aside of it their marks are drawn; see `spread`. */
export interface People extends Places {
  readonly aside: Places;
}

/** All that a map draws. */
export interface Scene {
  readonly people: People;
  /** So many pixels around a place its marks may be. */
  readonly reach: number;
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

/** The same of marks: those of a pile part on their way. */
export const walked = (before: People, after: People, part: number): People => ({
  ...between(before, after, part),
  aside: between(before.aside, after.aside, part),
});

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

/** The same below it. */
export function bottomOf(outline: readonly Corner[]): Corner | null {
  const turned = topOf(outline.map(([x, y]): Corner => [x, -y]));
  return turned && [turned[0], -turned[1]];
}

/** Whether anything of an outline can be in a picture of this size. */
export function isInSight(outline: readonly Corner[], { width, height }: Size): boolean {
  const reaches = (values: readonly number[], length: number) =>
    Math.max(...values) >= 0 && Math.min(...values) <= length;
  return (
    outline.length > 0 &&
    reaches(
      outline.map(([x]) => x),
      width,
    ) &&
    reaches(
      outline.map(([, y]) => y),
      height,
    )
  );
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
export function origins(before: Scene, after: Scene): People {
  const [from, to] = [inRank(before), inRank(after)];
  if (from.length === 0) return after.people;
  const sources = new Int32Array(to.length);
  for (let rank = 0; rank < to.length; rank += 1) {
    sources[to[rank] ?? 0] = from[Math.floor((rank * from.length) / to.length)] ?? 0;
  }
  const taken = (values: ArrayLike<number>) =>
    Float64Array.from(sources, (source) => values[source] ?? 0);
  const { x, y, aside } = before.people;
  return { x: taken(x), y: taken(y), aside: { x: taken(aside.x), y: taken(aside.y) } };
}
