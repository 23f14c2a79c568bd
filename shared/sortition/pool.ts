/** At least and at most so many seats for people with one value of an attribute. */
export interface Quota {
  readonly min: number;
  readonly max: number;
}

/** One of those among whom a panel is drawn. */
export interface Volunteer {
  readonly id: string;
  /** A value for each attribute that has quotas. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Who shares it lives in one household; nothing where somebody lives alone or does not say. */
  readonly household?: string | undefined;
}

/** Who can be drawn, and what a panel must be like. */
export interface SortitionPool {
  readonly seats: number;
  /** Quotas by attribute and by value. */
  readonly quotas: Readonly<Record<string, Readonly<Record<string, Quota>>>>;
  readonly people: readonly Volunteer[];
  /** Whether a panel may hold at most one of each household. */
  readonly onePerHousehold: boolean;
}

/** A bound on the seats of one value: its `min` or its `max`. */
export interface QuotaBound {
  readonly attribute: string;
  readonly value: string;
  readonly bound: "min" | "max";
  readonly seats: number;
}

/** Both bounds of each quota, in one order. */
export function boundsOf({ quotas }: Pick<SortitionPool, "quotas">): QuotaBound[] {
  return Object.entries(quotas).flatMap(([attribute, values]) =>
    Object.entries(values).flatMap(([value, { min, max }]) => [
      { attribute, value, bound: "min" as const, seats: min },
      { attribute, value, bound: "max" as const, seats: max },
    ]),
  );
}

/**
 * Refuses what is no pool: ids twice, values without a quota.
 * @throws RangeError
 */
export function checkPool({ seats, quotas, people }: SortitionPool): void {
  if (!Number.isInteger(seats) || seats < 1) throw new RangeError("a panel has at least one seat");
  const ids = new Set<string>();
  for (const { id, attributes } of people) {
    if (ids.has(id)) throw new RangeError(`${id} stands in the pool twice`);
    ids.add(id);
    for (const [attribute, values] of Object.entries(quotas)) {
      const value = attributes[attribute];
      if (value === undefined || !Object.hasOwn(values, value)) {
        throw new RangeError(`${id} has no value of ${attribute} that has a quota`);
      }
    }
  }
}
