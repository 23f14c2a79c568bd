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

type Span = readonly [low: number, high: number];

/** The place nearest to the axis that touches what is near, or the axis itself. */
function freePlace(along: number, near: readonly Dot[], radius: number): number {
  const size = 2 * radius;
  const spans = near.map(({ along: other, beside }): Span => {
    const gap = along - other;
    const reach = Math.sqrt(Math.max(0, size * size - gap * gap));
    return [beside - reach, beside + reach];
  });
  const slack = radius * 1e-9;
  const taken = joined(spans, slack).find(([low, high]) => low < -slack && high > slack);
  if (!taken) return 0;
  const [low, high] = taken;
  return -low < high ? low : high;
}

/** Spans that overlap as one. */
function joined(spans: readonly Span[], slack: number): Span[] {
  const found: Span[] = [];
  for (const [low, high] of spans.toSorted(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last && low < last[1] - slack) found[found.length - 1] = [last[0], Math.max(last[1], high)];
    else found.push([low, high]);
  }
  return found;
}
