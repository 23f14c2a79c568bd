import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import type { SortitionPool, Volunteer } from "./pool.ts";
import type { Column, Program, Row } from "./solver.ts";

/** People between whom no quota and no household makes a difference: the fairest draw gives all of them the same chance. */
export interface Kind {
  readonly attributes: Readonly<Record<string, string>>;
  readonly people: readonly Volunteer[];
  /** Which group of like households they live in; null where each may be drawn whoever else is. */
  readonly homes: number | null;
}

export interface Kinds {
  readonly kinds: readonly Kind[];
  /** How many households each group of like ones has. */
  readonly homes: readonly number[];
}

interface LikeHomes {
  /** To which group of like households each belongs that has more than one in the pool. */
  readonly groupOf: ReadonlyMap<string, number>;
  readonly sizes: readonly number[];
}

function likeHomes(people: readonly Volunteer[], own: (one: Volunteer) => string): LikeHomes {
  const homes = new Map<string, string[]>();
  for (const one of people) {
    if (one.household === undefined) continue;
    homes.set(one.household, [...(homes.get(one.household) ?? []), own(one)]);
  }
  const groups = new Map<string, number>();
  const sizes: number[] = [];
  const groupOf = new Map<string, number>();
  for (const [home, members] of homes) {
    if (members.length < 2) continue;
    const likeness = canonicalJson(members.toSorted());
    const group = groups.get(likeness) ?? groups.size;
    groups.set(likeness, group);
    sizes[group] = (sizes[group] ?? 0) + 1;
    groupOf.set(home, group);
  }
  return { groupOf, sizes };
}

/**
 * People by kind. Households with the same attributes in them are alike too, so that the seats for people of such
 * households are bounded by their number, which is all that a panel of kinds has to say to be one of people.
 */
export function kindsOf({ people, quotas, onePerHousehold }: SortitionPool): Kinds {
  const attributes = Object.keys(quotas).toSorted();
  const own = (one: Volunteer) => canonicalJson(attributes.map((name) => one.attributes[name]));
  const { groupOf, sizes } = likeHomes(onePerHousehold ? people : [], own);
  const kinds = new Map<string, Kind & { readonly people: Volunteer[] }>();
  for (const one of people) {
    const homes = groupOf.get(one.household ?? "") ?? null;
    const name = canonicalJson([homes, own(one)]);
    const kind = kinds.get(name) ?? { attributes: one.attributes, people: [], homes };
    kind.people.push(one);
    kinds.set(name, kind);
  }
  return { kinds: [...kinds.values()], homes: sizes };
}

/**
 * What every panel meets, as a program over how many of each kind sit: the seats first, then the quotas in the order of
 * `boundsOf` (a row for each value), then the households.
 */
export function panelProgram(
  { seats, quotas }: SortitionPool,
  { kinds, homes }: Kinds,
  isWhole: boolean,
): Program {
  const columns: Column[] = kinds.map(({ people, homes: home }) => ({
    cost: 0,
    lower: 0,
    upper: Math.min(people.length, seats, home === null ? seats : (homes[home] ?? 0)),
  }));
  const among = (is: (kind: Kind) => boolean) =>
    kinds.flatMap((kind, at) => (is(kind) ? [[at, 1] as const] : []));
  const rows: Row[] = [{ lower: seats, upper: seats, entries: among(() => true) }];
  for (const [attribute, values] of Object.entries(quotas)) {
    for (const [value, { min, max }] of Object.entries(values)) {
      const entries = among(({ attributes }) => attributes[attribute] === value);
      rows.push({ lower: min, upper: max, entries });
    }
  }
  homes.forEach((count, home) => {
    rows.push({ lower: 0, upper: count, entries: among((kind) => kind.homes === home) });
  });
  return { columns, rows, isWhole };
}
