import { hierarchy, partition } from "d3-hierarchy";
import type { OutlineNode } from "../outline/tree.ts";

/** Further out than this nothing is drawn. */
const mostLevels = 8;
/** What is narrower can't be seen or hit: in radians, about two pixels at the rim of a large drawing. */
const leastAngle = 0.007;
/** More arcs than these take longer to draw than a frame has time. */
const mostArcs = 600;

/** One position or claim as a piece of a ring. */
export interface Arc {
  readonly node: OutlineNode;
  /** From 1 at the middle. */
  readonly level: number;
  /** Clockwise from the top, in radians. */
  readonly from: number;
  readonly to: number;
  /** The arc that it hangs on; null in the first ring. */
  readonly parentId: string | null;
  /** Its place among the drawn arcs that hang on the same one, from 1. */
  readonly place: number;
  readonly siblings: number;
}

export interface Rings {
  /** Each before what hangs on it. */
  readonly arcs: readonly Arc[];
  readonly levels: number;
  /** How many are not drawn: they are too far out or too small. */
  readonly left: number;
}

interface Middle {
  readonly kind: "middle";
  readonly children: readonly OutlineNode[];
}

/** From which angle on arcs are drawn, so that there are not too many of them. */
function thresholdOf(angles: readonly number[]): number {
  if (angles.length <= mostArcs) return leastAngle;
  const next = angles.toSorted((a, b) => b - a)[mostArcs] ?? 0;
  // All of one size come or stay away together; the tiny step keeps those of the first size that is left out out.
  return Math.max(leastAngle, next * (1 + 1e-9));
}

/**
 * An argument as rings: each position or claim as wide as the number of claims that hang on it, itself among them.
 * What hangs on an arc is never wider than it, so whatever is drawn hangs on something drawn.
 */
export function ringsOf(tops: readonly OutlineNode[]): Rings {
  const middle: Middle = { kind: "middle", children: tops };
  const whole = hierarchy<OutlineNode | Middle>(middle, ({ children }) => children).sum((one) =>
    one.kind === "middle" ? 0 : 1,
  );
  const placed = partition<OutlineNode | Middle>()
    .size([2 * Math.PI, 1])(whole)
    .descendants()
    .filter(({ depth }) => depth > 0 && depth <= mostLevels);
  const least = thresholdOf(placed.map(({ x0, x1 }) => x1 - x0));
  const drawn = placed.filter(({ x0, x1 }) => x1 - x0 >= least);
  const families = new Map<unknown, number>();
  for (const { parent } of drawn) families.set(parent, (families.get(parent) ?? 0) + 1);
  const places = new Map<unknown, number>();
  const arcs = drawn.map(({ data, depth: level, x0: from, x1: to, parent }): Arc => {
    const place = (places.get(parent) ?? 0) + 1;
    places.set(parent, place);
    const above = parent?.data;
    return {
      node: data as OutlineNode,
      level,
      from,
      to,
      parentId: above === undefined || above.kind === "middle" ? null : above.id,
      place,
      siblings: families.get(parent) ?? 1,
    };
  });
  const levels = Math.max(1, ...arcs.map(({ level }) => level));
  return { arcs, levels, left: whole.descendants().length - 1 - arcs.length };
}

/** Where a key leads from an arc; null where it means nothing, or leads nowhere. */
export function arcBy(key: string, arcs: readonly Arc[], at: Arc): Arc | null {
  const onRing = () =>
    arcs.filter(({ level }) => level === at.level).toSorted((a, b) => a.from - b.from);
  const around = (step: -1 | 1) => {
    const ring = onRing();
    return ring.at((ring.indexOf(at) + step) % ring.length) ?? null;
  };
  switch (key) {
    case "ArrowRight":
      return around(1);
    case "ArrowLeft":
      return around(-1);
    case "ArrowUp":
      return arcs.find(({ parentId }) => parentId === at.node.id) ?? null;
    case "ArrowDown":
      return arcs.find(({ node }) => node.id === at.parentId) ?? null;
    case "Home":
      return arcs[0] ?? null;
    case "End":
      return onRing().at(-1) ?? null;
    default:
      return null;
  }
}
