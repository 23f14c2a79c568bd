/** Where one dot of a beeswarm lies: along the axis, and beside it. */
export interface Dot {
  readonly along: number;
  readonly beside: number;
}

/**
 * Dots of one size along an axis, each moved aside no further than it must so that none covers another; those that come
 * first choose first. The picture is the same for the same values.
 */
export function beeswarm(values: readonly number[], radius: number): Dot[] {
  const placed: Dot[] = [];
  const order = [...values.keys()].toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const dots: Dot[] = values.map((along) => ({ along, beside: 0 }));
  for (const at of order) {
    const along = values[at] ?? 0;
    while (placed[0] && along - placed[0].along >= 2 * radius) placed.shift();
    const dot = { along, beside: freePlace(along, placed, radius) };
    dots[at] = dot;
    placed.push(dot);
  }
  return dots;
}

/** The place nearest to the axis that touches what is near, or the axis itself. */
function freePlace(along: number, near: readonly Dot[], radius: number): number {
  const size = 2 * radius;
  const spans = near
    .map(({ along: other, beside }) => {
      const gap = along - other;
      const reach = Math.sqrt(Math.max(0, size * size - gap * gap));
      return [beside - reach, beside + reach] as const;
    })
    .filter(([low, high]) => high > low);
  const slack = radius * 1e-9;
  const isFree = (place: number) =>
    spans.every(([low, high]) => place <= low + slack || place >= high - slack);
  const candidates = [0, ...spans.flat()].toSorted((a, b) => Math.abs(a) - Math.abs(b) || b - a);
  return candidates.find(isFree) ?? 0;
}
