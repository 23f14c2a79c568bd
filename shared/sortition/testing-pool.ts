import type { Quota, SortitionPool } from "./pool.ts";

/** Attributes with their values: the share of each in the population and among those who volunteer. */
const attributes = {
  gender: { woman: [0.51, 0.42], man: [0.48, 0.55], other: [0.01, 0.03] },
  age: { "16-29": [0.2, 0.12], "30-44": [0.25, 0.3], "45-59": [0.25, 0.28], "60+": [0.3, 0.3] },
  region: { north: [0.2, 0.15], east: [0.2, 0.1], south: [0.25, 0.35], west: [0.35, 0.4] },
  education: { short: [0.3, 0.1], middle: [0.4, 0.35], long: [0.3, 0.55] },
  home: { owns: [0.5, 0.6], rents: [0.5, 0.4] },
  view: { for: [0.33, 0.5], neither: [0.34, 0.2], against: [0.33, 0.3] },
} as const;

/** Numbers below 1 that look like chance, always the same (a linear congruence). */
function chance() {
  let state = 12_345;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function pick(values: Readonly<Record<string, readonly [number, number]>>, at: number): string {
  let left = at;
  for (const [value, [, share]] of Object.entries(values)) {
    if (left < share) return value;
    left -= share;
  }
  return Object.keys(values)[0] ?? "";
}

/** A pool as they come: of six attributes, and those who volunteer are not like the others. */
export function testPool(count: number, seats: number): SortitionPool {
  const next = chance();
  const quotaFor = (share: number): Quota => ({
    min: Math.floor(share * seats),
    max: Math.ceil(share * seats) + 1,
  });
  return {
    seats,
    quotas: Object.fromEntries(
      Object.entries(attributes).map(([name, values]) => [
        name,
        Object.fromEntries(
          Object.entries(values).map(([value, [share]]) => [value, quotaFor(share)]),
        ),
      ]),
    ),
    people: Array.from({ length: count }, (_, at) => ({
      id: `p${String(at).padStart(4, "0")}`,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, values]) => [name, pick(values, next())]),
      ),
    })),
    onePerHousehold: false,
  };
}
