import type { Corner } from "#shared/opinions/hull.ts";
import type { Size } from "./viewport.ts";

/** Words that want to stand at a place, by the middle of their line. */
export interface Label {
  readonly width: number;
  /** from the best on */
  readonly wishes: readonly Corner[];
  /** outlines of others, which it had better not lie on */
  readonly others: readonly (readonly Corner[])[];
}

/** One line with the seam around it. */
export const lineHeight = 20;
/** What stays free at the edges of the picture, and between two labels. */
const edge = 6;
/** So many lines up or down, the fewest first: on one side alone there are enough to get past all other labels. */
const stepsPast = (labels: number): number[] =>
  Array.from({ length: 4 * labels + 1 }, (_, at) => Math.ceil(at / 2) * (at % 2 === 0 ? 1 : -1));

const overlap = (a: Corner, b: Corner, width: number): boolean =>
  Math.abs(a[0] - b[0]) < width && Math.abs(a[1] - b[1]) < lineHeight;

/** Whether a label reaches into the frame around an outline. */
function liesOn([x, y]: Corner, width: number, outline: readonly Corner[]): boolean {
  const apart = (at: number, half: number, values: readonly number[]) =>
    at + half <= Math.min(...values) || at - half >= Math.max(...values);
  return !(
    apart(
      x,
      width / 2,
      outline.map(([across]) => across),
    ) ||
    apart(
      y,
      lineHeight / 2,
      outline.map(([, down]) => down),
    )
  );
}

/** Never cut off at a side. */
function within([x, y]: Corner, width: number, size: Size): Corner {
  const inside = (value: number, half: number, length: number) =>
    Math.max(half, Math.min(length - half, value));
  return [
    inside(x, width / 2 + edge, size.width),
    inside(y, lineHeight / 2 + edge / 3, size.height),
  ];
}

/**
 * A place for each label on which none lies over another, in their order: the first wish that is free, or as few lines
 * above or below as it takes; beside the outlines of others where that takes no more than one line. Where none is free, it
 * is the first wish. The same labels always get the same places.
 */
export function placed(labels: readonly Label[], size: Size): Corner[] {
  const taken: { readonly at: Corner; readonly width: number }[] = [];
  const steps = stepsPast(labels.length);
  for (const { width, wishes, others } of labels) {
    const nearby = wishes.map((wish) => within(wish, width, size));
    const inReach = steps.flatMap((step) =>
      nearby.map(([x, y]) => within([x, y + step * lineHeight], width, size)),
    );
    const isFree = (place: Corner) =>
      taken.every(({ at, width: other }) => !overlap(place, at, (width + other) / 2 + edge));
    const isClear = (place: Corner) => !others.some((outline) => liesOn(place, width, outline));
    const near = inReach.slice(0, 3 * wishes.length);
    const at = near.find((place) => isFree(place) && isClear(place)) ??
      inReach.find(isFree) ??
      inReach[0] ?? [0, 0];
    taken.push({ at, width });
  }
  return taken.map(({ at }) => at);
}
