import { beeswarm, type Dot } from "#shared/opinions/beeswarm.ts";

export interface Swarm {
  readonly dots: readonly Dot[];
  readonly radius: number;
  readonly height: number;
}

/** From comfortable to just visible, in pixels. */
const radii = [9, 7, 5.5, 4, 3, 2];
const mostHeight = 260;

/** Dots along a width by values from 0 to 1, as large as fits above and below the axis. */
export function swarmOf(values: readonly number[], width: number): Swarm {
  for (const radius of radii) {
    const room = Math.max(1, width - 2 * radius - 2);
    const dots = beeswarm(
      values.map((value) => radius + 1 + value * room),
      radius,
    );
    const farthest = Math.max(0, ...dots.map(({ beside }) => Math.abs(beside)));
    const height = 2 * (farthest + radius + 2);
    if (height <= mostHeight || radius === radii.at(-1)) return { dots, radius, height };
  }
  return { dots: [], radius: 0, height: 0 };
}

/** Which dot a key leads to, in the order of values; null where it means nothing. */
export function dotBy(key: string, order: readonly number[], at: number): number | null {
  const place = order.indexOf(at);
  const last = order.length - 1;
  const places = new Map([
    ["ArrowRight", Math.min(last, place + 1)],
    ["ArrowDown", Math.min(last, place + 1)],
    ["ArrowLeft", Math.max(0, place - 1)],
    ["ArrowUp", Math.max(0, place - 1)],
    ["Home", 0],
    ["End", last],
  ]);
  const next = places.get(key);
  return next === undefined ? null : (order[next] ?? null);
}
