import type { Corner } from "#shared/opinions/hull.ts";

/** Which part of a map is seen: what is in the middle, and how many pixels one step of the map takes. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Places {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** How far in and out one can go, in parts of what shows everybody. */
const farthest = 0.5;
const nearest = 40;
/** Pixels that stay free around the outermost people, for outlines and labels. */
const margin = 44;

/** The smallest and largest of some numbers; both 0 where there are none. */
function spanOf(values: ArrayLike<number>): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return values.length === 0 ? [0, 0] : [low, high];
}

/** Everybody at once, as large as the picture allows. */
export function fitted({ x, y }: Places, size: Size): Viewport {
  const [left, right] = spanOf(x);
  const [bottom, top] = spanOf(y);
  const room = (length: number) => Math.max(1, length - 2 * margin);
  const across = room(size.width) / (right - left);
  const upward = room(size.height) / (top - bottom);
  const scale = Math.min(across, upward);
  return {
    x: (left + right) / 2,
    y: (bottom + top) / 2,
    // One person, or all at one place: any scale shows them.
    scale: Number.isFinite(scale) ? scale : 1,
  };
}

/** Where a place of the map lies in the picture, whose y grows downward. */
export function toPicture([x, y]: Corner, view: Viewport, size: Size): Corner {
  return [size.width / 2 + (x - view.x) * view.scale, size.height / 2 - (y - view.y) * view.scale];
}

/** What is under a point of the picture. */
export function toMap([left, down]: Corner, view: Viewport, size: Size): Corner {
  return [
    view.x + (left - size.width / 2) / view.scale,
    view.y - (down - size.height / 2) / view.scale,
  ];
}

/** Everything follows the hand by so many pixels. */
export const moved = (view: Viewport, right: number, down: number): Viewport => ({
  ...view,
  x: view.x - right / view.scale,
  y: view.y + down / view.scale,
});

interface Zoom {
  readonly factor: number;
  /** what stays where it is in the picture */
  readonly at: Corner;
  readonly size: Size;
  /** what shows everybody */
  readonly whole: Viewport;
}

/** Nearer by a factor above one, farther by one below; what lies under the point stays there. */
export function zoomed(view: Viewport, { factor, at, size, whole }: Zoom): Viewport {
  const wished = view.scale * factor;
  const scale = Math.min(nearest * whole.scale, Math.max(farthest * whole.scale, wished));
  const [x, y] = toMap(at, view, size);
  return {
    x: x - (at[0] - size.width / 2) / scale,
    y: y + (at[1] - size.height / 2) / scale,
    scale,
  };
}

/** The middle never leaves where people are: nobody gets lost beside the map. */
export function kept(view: Viewport, { x, y }: Places): Viewport {
  const within = (value: number, [low, high]: readonly [number, number]) =>
    Math.min(high, Math.max(low, value));
  return { ...view, x: within(view.x, spanOf(x)), y: within(view.y, spanOf(y)) };
}
