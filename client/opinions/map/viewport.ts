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

/** How far in and out one can go, in parts of what is framed at first; out at least until everybody is seen. */
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

/** The middle nine tenths of people, and so many of their widths more on either side, are framed. */
const tail = 0.05;
const stretch = 0.6;

/**
 * Where nearly everybody is along an axis: who stands farther off than the others are wide is left out (after Tukey's
 * fences), so that one person does not make all others small. Where most stand at one place it is all.
 */
export function frameOf(values: ArrayLike<number>): readonly [number, number] {
  const sorted = Float64Array.from(values).sort();
  const last = sorted.length - 1;
  const at = (part: number) => sorted[Math.round(part * last)] ?? 0;
  const [low, high] = [at(tail), at(1 - tail)];
  if (low === high) return [at(0), at(1)];
  const reach = stretch * (high - low);
  return [Math.max(at(0), low - reach), Math.min(at(1), high + reach)];
}

/** How many people stand outside of what is framed at first. */
export function farOff({ x, y }: Places): number {
  const [left, right] = frameOf(x);
  const [bottom, top] = frameOf(y);
  let count = 0;
  for (let at = 0; at < x.length; at += 1) {
    const [across, up] = [x[at] ?? 0, y[at] ?? 0];
    if (across < left || across > right || up < bottom || up > top) count += 1;
  }
  return count;
}

/** Nearly everybody at once, as large as the picture allows; see `frameOf`. */
export function fitted({ x, y }: Places, size: Size): Viewport {
  const [left, right] = frameOf(x);
  const [bottom, top] = frameOf(y);
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
  /** what is framed at first */
  readonly whole: Viewport;
  readonly people: Places;
}

/** What shows even who stands farthest off, wherever the middle is. */
function outermost({ x, y }: Places, { width, height }: Size): number {
  const wide = ([low, high]: readonly [number, number]) => 2 * (high - low);
  return Math.min(
    Math.max(1, width - 2 * margin) / wide(spanOf(x)),
    Math.max(1, height - 2 * margin) / wide(spanOf(y)),
  );
}

/** The way from one view to another; `part` of it is behind. */
export const viewBetween = (from: Viewport, to: Viewport, part: number): Viewport => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
  scale: from.scale + (to.scale - from.scale) * part,
});

/** Nearer by a factor above one, farther by one below; what lies under the point stays there. */
export function zoomed(view: Viewport, { factor, at, size, whole, people }: Zoom): Viewport {
  const least = Math.min(farthest * whole.scale, outermost(people, size));
  const scale = Math.min(nearest * whole.scale, Math.max(least, view.scale * factor));
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
