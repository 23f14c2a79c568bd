/*
 * Figures about people that tell of nobody: primary and complementary suppression of cells, by a threshold. See
 * L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (Springer 2001), chapters 1 and 6; and "The
 * threshold rule" in A. Hundepool et al., Handbook on Statistical Disclosure Control (ESSnet SDC 2010), section 4.2.
 */

import type { Proportion } from "./proportions.ts";

/** Of fewer people than so many nothing is told. */
export const fewest = 5;

/** Whether it tells of enough people, both of those whom it counts and of those whom it does not. */
export const tellsOfMany = ({ count, of }: Proportion): boolean =>
  count >= fewest && of - count >= fewest;

export interface GroupOf extends Proportion {
  readonly name: string;
}

export interface Protected {
  /** Groups that can be told by themselves. */
  readonly told: readonly GroupOf[];
  /** The names of the others. */
  readonly kept: readonly string[];
  /** The others together; null where there are none, or where even together they are too few. */
  readonly rest: Proportion | null;
}

const together = (groups: readonly GroupOf[]): Proportion => ({
  count: groups.reduce((sum, { count }) => sum + count, 0),
  of: groups.reduce((sum, { of }) => sum + of, 0),
});

/**
 * Groups that part all people among them. A group of too few is put with others until they are enough together, so
 * that nobody finds it out by taking what is told from the whole; where that does not help, nothing is told.
 */
export function protect(groups: readonly GroupOf[]): Protected {
  const held = groups.filter(({ of }) => of > 0);
  const told = held
    .filter(tellsOfMany)
    .toSorted((a, b) => a.count - b.count || (a.name < b.name ? -1 : 1));
  const kept = held.filter((group) => !tellsOfMany(group));
  while (kept.length > 0 && told.length > 0 && !tellsOfMany(together(kept))) {
    kept.push(...told.splice(0, 1));
  }
  const rest = together(kept);
  return {
    told: held.filter((group) => told.includes(group)),
    kept: held.filter((group) => kept.includes(group)).map(({ name }) => name),
    rest: kept.length > 0 && tellsOfMany(rest) ? rest : null,
  };
}
