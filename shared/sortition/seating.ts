import type { Kind, Kinds } from "./kinds.ts";
import type { Panel } from "./oracle.ts";

/**
 * Panels of people from panels of kinds. Of people who live alone those take turns who are alike. Where panels hold one of
 * each household, households with the same people in them take turns as wholes: if each kind took the one of its own who
 * sat least, another kind would be left with whoever lives elsewhere, again and again the same.
 * @returns the ids of each panel, in order
 */
export function seatPeople({ kinds, homes }: Kinds, panels: readonly Panel[]): string[][] {
  const turns = kinds.map((kind) => (kind.homes === null ? inTurn(kind) : null));
  const groups = homes.map((_, group) => new LikeHomes(kinds, group));
  return panels.map((panel) => {
    const alone = panel.flatMap((count, at) => turns[at]?.(count) ?? []);
    return [...alone, ...groups.flatMap((group) => group.seat(panel))].toSorted();
  });
}

const byId = ({ people }: Kind) => people.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** One after the other, and again from the first. */
function inTurn(kind: Kind): (count: number) => string[] {
  const ids = byId(kind).map(({ id }) => id);
  let next = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      const id = ids[next % ids.length] ?? "";
      next += 1;
      return id;
    });
}

/** Who of a household is of one kind, and how often they sat in all. */
interface Mates {
  readonly ids: readonly string[];
  times: number;
}

/** Households that hold the same kinds, each as often. */
class LikeHomes {
  /** by the place of a kind, one entry for each household; none for kinds that don't live in these */
  readonly #mates: readonly (readonly Mates[])[];
  /** by how many of each kind are wanted: with which households it has not begun in this turn */
  readonly #left = new Map<string, Set<number>>();

  constructor(kinds: readonly Kind[], group: number) {
    this.#mates = kinds.map((kind) => (kind.homes === group ? matesOf(kind) : []));
  }

  /**
   * Seats who of a panel lives in them. Households stand in a circle, and each person wanted is taken from the next one.
   * For the same wish each household is the first before one is again, so that all have the same chance; which one comes
   * now is free, and taken is the one with which those sit who sat least.
   */
  seat(panel: Panel): string[] {
    const counts = this.#mates.map(({ length }, at) => (length > 0 ? (panel[at] ?? 0) : 0));
    const wanted = counts.flatMap((count, at) =>
      Array.from({ length: count }, () => this.#mates[at] ?? []),
    );
    const left = this.#left.get(counts.join()) ?? new Set<number>();
    this.#left.set(counts.join(), left);
    if (left.size === 0) wanted[0]?.forEach((_, home) => left.add(home));
    const ways = [...left].map((first) => {
      const mates = wanted.flatMap((homes, next) => homes[(first + next) % homes.length] ?? []);
      return { first, mates, times: mates.reduce((sum, { times }) => sum + times, 0) };
    });
    const least = Math.min(...ways.map(({ times }) => times));
    const way = ways.find(({ times }) => times === least);
    if (!way) return [];
    left.delete(way.first);
    return way.mates.map((mates) => {
      const id = mates.ids[mates.times % mates.ids.length] ?? "";
      mates.times += 1;
      return id;
    });
  }
}

/** Of one kind, by household: all kinds have the same households, in the same order. */
function matesOf(kind: Kind): Mates[] {
  const homes = new Map<string, string[]>();
  for (const { id, household = "" } of byId(kind)) {
    homes.set(household, [...(homes.get(household) ?? []), id]);
  }
  return [...homes.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ids]) => ({ ids, times: 0 }));
}
