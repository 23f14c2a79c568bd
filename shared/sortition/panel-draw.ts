import { hashText, lotOrder } from "#shared/counting/lot-order.ts";
import { gini } from "#shared/power/concentration.ts";
import { timesSeated } from "./fair-lottery.ts";
import { lotterySize } from "./lottery.ts";
import type { SortitionPool, Volunteer } from "./pool.ts";

/** Which panel of a lottery a seed draws: the seed's hash as a number, divided by how many there are; the rest of it. */
export const numberDrawn = (seed: string): number =>
  Number(BigInt(`0x${hashText(`${seed}/panel`)}`) % BigInt(lotterySize));

/** How the chances of a lottery are spread over all who are on its list. */
export interface Spread {
  readonly minimum: number;
  readonly mean: number;
  readonly maximum: number;
  /** 0 where all have the same chance. */
  readonly gini: number;
}

export function spreadOf(ids: readonly string[], panels: readonly (readonly string[])[]): Spread {
  const sat = timesSeated(panels);
  const times = ids.map((id) => sat.get(id) ?? 0);
  const total = times.reduce((sum, one) => sum + one, 0);
  return {
    minimum: Math.min(...times) / panels.length,
    mean: total / ids.length / panels.length,
    maximum: Math.max(...times) / panels.length,
    gini: gini(times.map(BigInt)),
  };
}

/** By how many seats a panel misses its quotas; households that sit twice count as one each. */
export function missOf(pool: SortitionPool, members: readonly Volunteer[]): number {
  let miss = 0;
  for (const [attribute, values] of Object.entries(pool.quotas)) {
    for (const [value, { min, max }] of Object.entries(values)) {
      const seats = members.filter(({ attributes }) => attributes[attribute] === value).length;
      miss += Math.max(0, min - seats, seats - max);
    }
  }
  if (!pool.onePerHousehold) return miss;
  const homes = members.flatMap(({ household }) => household ?? []);
  return miss + homes.length - new Set(homes).size;
}

interface Leaving {
  /** Who sits, without whoever leaves. */
  readonly staying: readonly string[];
  /** Who can't be drawn any more: whoever left or declined before. */
  readonly gone: readonly string[];
}

/** Those who can take a free seat: with them the panel misses its quotas by the least. */
export function candidatesFor(pool: SortitionPool, { staying, gone }: Leaving): string[] {
  const sits = new Set(staying);
  const out = new Set([...staying, ...gone]);
  const members = pool.people.filter(({ id }) => sits.has(id));
  const misses = pool.people
    .filter(({ id }) => !out.has(id))
    .map((one) => ({ id: one.id, miss: missOf(pool, [...members, one]) }));
  const least = Math.min(...misses.map(({ miss }) => miss));
  return misses.flatMap(({ id, miss }) => (miss === least ? [id] : [])).toSorted();
}

/** Who of the candidates comes: the first by the lot of the same seed. */
export const successorAmong = (seed: string, candidates: readonly string[]): string | null =>
  lotOrder(seed, candidates)[0] ?? null;
