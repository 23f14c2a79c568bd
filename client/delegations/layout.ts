import type { DelegationFlow } from "#shared/contract/delegations.ts";
import type { Author } from "#shared/contract/ids.ts";

/** Where a person stands in the picture. */
export interface Place {
  readonly person: Author;
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly flow: DelegationFlow;
  readonly from: Place;
  readonly to: Place;
}

export interface Picture {
  readonly places: readonly Place[];
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

export const columnWidth = 210;
export const rowHeight = 40;

/** How many steps lead on from somebody to where votes stay. Steps within a circle lead nowhere. */
function depthsOf(flows: readonly DelegationFlow[]): Map<string, number> {
  const onwards = new Map<string, string[]>();
  for (const { from, to, isCycle } of flows) {
    const known = onwards.get(from.id) ?? [];
    onwards.set(from.id, isCycle ? known : [...known, to.id]);
  }
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    depths.set(id, 0);
    const next = onwards.get(id) ?? [];
    const depth = next.length === 0 ? 0 : 1 + Math.max(...next.map(depthOf));
    depths.set(id, depth);
    return depth;
  };
  for (const { from, to } of flows) {
    depthOf(from.id);
    depthOf(to.id);
  }
  return depths;
}

/** Everybody named, whom most arrives at first. */
function peopleIn(flows: readonly DelegationFlow[]): Author[] {
  const arriving = new Map<string, number>();
  const people = new Map<string, Author>();
  for (const { from, to, weight } of flows) {
    people.set(from.id, from).set(to.id, to);
    arriving.set(to.id, (arriving.get(to.id) ?? 0) + weight);
  }
  const weightOf = ({ id }: Author) => arriving.get(id) ?? 0;
  return [...people.values()].toSorted((a, b) => weightOf(b) - weightOf(a));
}

/**
 * Puts people in columns, those with whom votes stay last, each beside those they delegate to, so that lines lead one
 * way and few of them cross.
 */
export function pictureOf(flows: readonly DelegationFlow[]): Picture {
  const depths = depthsOf(flows);
  const deepest = Math.max(0, ...depths.values());
  const people = peopleIn(flows);
  const columns = Array.from({ length: deepest + 1 }, (_, depth) =>
    people.filter(({ id }) => depths.get(id) === depth),
  );
  const rows = Math.max(1, ...columns.map(({ length }) => length));
  const places = new Map<string, Place>();
  const heightOfTargets = ({ id }: Author) => {
    const found = flows.flatMap(({ from, to }) => {
      const place = from.id === id ? places.get(to.id) : undefined;
      return place ? [place.y] : [];
    });
    return found.length === 0 ? 0 : found.reduce((sum, y) => sum + y, 0) / found.length;
  };
  for (const [depth, column] of columns.entries()) {
    const sorted = column.toSorted((a, b) => heightOfTargets(a) - heightOfTargets(b));
    const step = (rows * rowHeight) / sorted.length;
    for (const [at, person] of sorted.entries()) {
      const x = (deepest - depth) * columnWidth;
      places.set(person.id, { person, x, y: (at + 0.5) * step });
    }
  }
  const lines = flows.flatMap((flow): Line[] => {
    const [from, to] = [places.get(flow.from.id), places.get(flow.to.id)];
    return from && to ? [{ flow, from, to }] : [];
  });
  return {
    places: [...places.values()],
    lines,
    width: (deepest + 1) * columnWidth,
    height: rows * rowHeight,
  };
}
