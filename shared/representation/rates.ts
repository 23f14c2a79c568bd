import type { Proportion } from "../accountability/proportions.ts";
import { type GroupOf, protect } from "../accountability/small-numbers.ts";
import { inFives, type Said } from "./release.ts";

/** On how many of those who said each value somebody acted. */
export interface ReleasedRates {
  /** By the values' ids, in their order; all numbers are multiples of five. */
  readonly told: readonly GroupOf[];
  /** Those of all other values together; null where there are none. */
  readonly rest: Proportion | null;
}

/** Those on whom somebody acted, and the others. */
export interface Parted {
  readonly acted: Said;
  readonly spared: Said;
}

/** Parts people by whether somebody acted on them. */
export function partedBy(said: Said, acted: ReadonlySet<string>): Parted {
  const those = (isActed: boolean) =>
    new Map([...said].filter(([person]) => acted.has(person) === isActed));
  return { acted: those(true), spared: those(false) };
}

const rounded = ({ count, of }: Proportion): Proportion => {
  const acted = inFives(count);
  return { count: acted, of: acted + inFives(of - count) };
};

/**
 * The rates by value, in fives. Of each value enough people are acted on and enough are not, and so it is of all others
 * together: where that cannot be, as where all say the same, nothing is told (null).
 */
export function releaseRates(
  { acted, spared }: Parted,
  values: readonly string[],
): ReleasedRates | null {
  const countIn = (said: Said, value: string) =>
    [...said.values()].filter((one) => one === value).length;
  const { told, rest } = protect(
    values.map((name) => {
      const count = countIn(acted, name);
      return { name, count, of: count + countIn(spared, name) };
    }),
  );
  if (told.length + (rest ? 1 : 0) < 2) return null;
  return {
    told: told.map((group) => ({ ...group, ...rounded(group) })),
    rest: rest && rounded(rest),
  };
}
