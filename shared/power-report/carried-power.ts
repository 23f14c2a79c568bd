import type { Spread } from "../counting/count-decision.ts";
import { ratio } from "../power/concentration.ts";

/** What one person carries for others. */
export interface Delegate {
  readonly id: string;
  readonly people: number;
  readonly weight: string;
  /** of the weight of all electors */
  readonly share: number;
}

/** How far delegations gather votes in few hands. */
export interface CarriedPower {
  readonly capPercent: number;
  /** whose vote, or part of it, somebody else cast, and its share of all weight */
  readonly people: number;
  readonly share: number;
  /** who carries the most, the largest first */
  readonly delegates: readonly Delegate[];
  /** to whom more was delegated than anybody may carry, with all of it; the rest stayed with its owners */
  readonly overCap: readonly Delegate[];
}

const mostListed = 10;

interface Load {
  readonly owners: Set<string>;
  weight: bigint;
}

function addTo(loads: Map<string, Load>, id: string, part: { owner: string; weight: bigint }) {
  const load = loads.get(id) ?? { owners: new Set<string>(), weight: 0n };
  load.owners.add(part.owner);
  load.weight += part.weight;
  loads.set(id, load);
}

export function carriedPower({ resolved, total, represented }: Spread, capPercent: number) {
  const carried = new Map<string, Load>();
  const asked = new Map<string, Load>();
  for (const { owner, by, weight } of resolved.carried) {
    if (owner === by) continue;
    addTo(carried, by, { owner, weight });
    addTo(asked, by, { owner, weight });
  }
  for (const { owner, path, weight, reason } of resolved.lost) {
    if (reason === "cap") addTo(asked, path.at(-1) ?? owner, { owner, weight });
  }
  const cap = (total * BigInt(capPercent)) / 100n;
  const over = new Map([...asked].filter(([, { weight }]) => weight > cap));
  const sum = [...carried.values()].reduce((all, { weight }) => all + weight, 0n);
  return {
    capPercent,
    people: represented.size,
    share: ratio(sum, total),
    delegates: listed(carried, total),
    overCap: listed(over, total),
  } satisfies CarriedPower;
}

function listed(loads: ReadonlyMap<string, Load>, total: bigint): Delegate[] {
  return [...loads]
    .toSorted(([a, one], [b, other]) =>
      one.weight === other.weight ? (a < b ? -1 : 1) : one.weight < other.weight ? 1 : -1,
    )
    .slice(0, mostListed)
    .map(([id, { owners, weight }]) => {
      return { id, people: owners.size, weight: String(weight), share: ratio(weight, total) };
    });
}
