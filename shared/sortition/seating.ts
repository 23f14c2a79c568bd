import type { Kind, Kinds } from "./kinds.ts";
import type { Panel } from "./oracle.ts";

/**
 * Panels of people from panels of kinds: of each kind those who sat least, then by id, so that over all panels no two
 * alike differ by more than one; and nobody whose household sits already, which can shift that a little.
 * @returns the ids of each panel, in order
 */
export function seatPeople({ kinds }: Kinds, panels: readonly Panel[]): string[][] {
  const takers = kinds.map((kind) => (kind.homes === null ? inTurn(kind) : leastSeated(kind)));
  return panels.map((panel) => {
    const homes = new Set<string>();
    return panel.flatMap((count, at) => takers[at]?.(count, homes) ?? []).toSorted();
  });
}

type Take = (count: number, homes: Set<string>) => string[];

const byId = ({ people }: Kind) => people.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** One after the other, and again from the first. */
function inTurn(kind: Kind): Take {
  const ids = byId(kind).map(({ id }) => id);
  let next = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      const id = ids[next % ids.length] ?? "";
      next += 1;
      return id;
    });
}

/** Those who sat least among those whose household does not sit. */
function leastSeated(kind: Kind): Take {
  const people = byId(kind).map(({ id, household = "" }) => ({ id, household, times: 0 }));
  return (count, homes) =>
    Array.from({ length: count }, () => {
      const free = people.filter(({ household }) => !homes.has(household));
      const [first, ...more] = free;
      if (!first) throw new Error("a panel of kinds is always one of people");
      const one = more.reduce((least, other) => (other.times < least.times ? other : least), first);
      one.times += 1;
      homes.add(one.household);
      return one.id;
    });
}
