import { cyclesOf, inOrderOnwards, waysOf } from "./graph.ts";

/** A standing choice that another votes for somebody, or part of what somebody carries. */
export interface Delegation {
  readonly from: string;
  readonly to: string;
  /** Per cent of what `from` has and carries; those of one person add up to 100 at most. */
  readonly percent: number;
  /** When it was made; any text that sorts by time. */
  readonly madeAt: string;
}

export interface Electorate {
  /** Everybody who may vote, with the weight of their own. */
  readonly weights: ReadonlyMap<string, bigint>;
  /** Who casts a ballot of their own: it overrides their delegations. */
  readonly voters: ReadonlySet<string>;
  /** Those in force for this decision: see `delegationsFor`. */
  readonly delegations: readonly Delegation[];
  /** The most that one person may carry for others; null where there is no cap. */
  readonly cap: bigint | null;
}

/** Where part of somebody's weight comes to be. */
export interface Carried {
  readonly owner: string;
  /** Who votes with it. */
  readonly by: string;
  /** From the owner to the voter, both included. */
  readonly path: readonly string[];
  readonly weight: bigint;
}

export const lossReasons = [
  /** the chain of delegations ends at somebody who does not vote */
  "nobody-votes",
  /** it leads back to where it came from */
  "cycle",
  /** who would vote carries as much as anybody may */
  "cap",
] as const;
export type LossReason = (typeof lossReasons)[number];

/** Part of somebody's weight that counts as an abstention, and why. */
export interface Lost {
  readonly owner: string;
  readonly path: readonly string[];
  readonly weight: bigint;
  readonly reason: LossReason;
}

export interface Resolved {
  /** Own weight of voters included, by paths of one. */
  readonly carried: readonly Carried[];
  /** What was delegated and came to nobody who votes; who neither votes nor delegates is not named. */
  readonly lost: readonly Lost[];
}

type Way = Omit<Delegation, "from">;

/**
 * Follows everybody's delegations to who votes. Transitive: what one carries goes on with what one has.
 * A cycle, and a chain that ends at somebody who does not vote, is an abstention. Whole units of weight are
 * shared out by largest remainders (Hamilton's method), so that none is made or lost.
 */
export function resolveDelegations({ weights, voters, delegations, cap }: Electorate): Resolved {
  const active = delegations.filter(
    ({ from, to }) => weights.has(from) && !voters.has(from) && from !== to,
  );
  const ways = waysOf(active);
  const isLooping = loopsIn(active);
  const onwards = inOrderOnwards(active.filter(({ from, to }) => !isLooping(from, to)));
  const rankOf = new Map(onwards.map((node, rank) => [node, rank]));
  const found = { carried: [] as Carried[], lost: [] as Lost[] };
  for (const [owner, weight] of weights) {
    follow(owner, weight, { voters, ways, isLooping, rankOf, ...found });
  }
  return cap === null ? found : underCap(found, { cap, ways });
}

interface Following {
  readonly voters: ReadonlySet<string>;
  readonly ways: ReadonlyMap<string, readonly Way[]>;
  readonly isLooping: (from: string, to: string) => boolean;
  readonly rankOf: ReadonlyMap<string, number>;
  readonly carried: Carried[];
  readonly lost: Lost[];
}

interface Part {
  /** The way by which the most of it came. */
  readonly path: readonly string[];
  readonly most: bigint;
  readonly weight: bigint;
}

/** Follows one person's weight. Where parts of it meet again they go on as one, so that the work stays small. */
function follow(owner: string, weight: bigint, going: Following): void {
  const { voters, ways, isLooping, rankOf, carried, lost } = going;
  const open = new Map<string, Part>([[owner, { path: [owner], most: weight, weight }]]);
  for (let at = nextIn(open, rankOf); at !== undefined; at = nextIn(open, rankOf)) {
    const part = open.get(at);
    open.delete(at);
    if (!part) continue;
    const { path } = part;
    if (voters.has(at)) {
      carried.push({ owner, by: at, path, weight: part.weight });
      continue;
    }
    const { parts, kept } = shareOut(part.weight, ways.get(at) ?? []);
    const isIdle = path.length === 1 && parts.length === 0;
    if (kept > 0n && !isIdle) lost.push({ owner, path, weight: kept, reason: "nobody-votes" });
    for (const { way, weight: portion } of parts) {
      const on = { path: [...path, way.to], most: portion, weight: portion };
      if (isLooping(at, way.to))
        lost.push({ owner, path: on.path, weight: portion, reason: "cycle" });
      else open.set(way.to, joined(open.get(way.to), on));
    }
  }
}

function joined(before: Part | undefined, part: Part): Part {
  if (!before) return part;
  const larger = part.most > before.most ? part : before;
  return { ...larger, weight: before.weight + part.weight };
}

/** The node that no other waiting part can still lead to. */
function nextIn(open: ReadonlyMap<string, Part>, rankOf: ReadonlyMap<string, number>) {
  let next: string | undefined;
  for (const node of open.keys()) {
    if (next === undefined || (rankOf.get(node) ?? 0) < (rankOf.get(next) ?? 0)) next = node;
  }
  return next;
}

/** Whether a step stays inside a group that leads back to itself. */
export function loopsIn(delegations: readonly Delegation[]): (from: string, to: string) => boolean {
  const groupOf = new Map<string, number>();
  for (const [at, group] of cyclesOf(delegations).entries()) {
    for (const node of group) groupOf.set(node, at);
  }
  return (from, to) => groupOf.has(from) && groupOf.get(from) === groupOf.get(to);
}

interface Shared {
  readonly parts: readonly { readonly way: Way; readonly weight: bigint }[];
  /** What no delegation asks for. */
  readonly kept: bigint;
}

/** Shares a weight out by per cent, in whole units, by largest remainders; of equal ones the delegation made first comes first. */
export function shareOut(weight: bigint, ways: readonly Way[]): Shared {
  const total = ways.reduce((sum, { percent }) => sum + percent, 0);
  const goes = (weight * BigInt(total)) / 100n;
  const claims = ways.map((way) => {
    const whole = weight * BigInt(way.percent);
    return { way, weight: whole / 100n, rest: whole % 100n };
  });
  let left = goes - claims.reduce((sum, claim) => sum + claim.weight, 0n);
  const byRest = claims.toSorted(
    (a, b) => Number(b.rest - a.rest) || (a.way.madeAt < b.way.madeAt ? -1 : 1),
  );
  const parts = byRest.map(({ way, weight: floor }) => {
    const more = left > 0n ? 1n : 0n;
    left -= more;
    return { way, weight: floor + more };
  });
  return { parts: parts.filter((part) => part.weight > 0n), kept: weight - goes };
}

/** Gives back to their owners what somebody carries above the cap: whoever delegated last first, each part as a whole. */
function underCap(
  { carried, lost }: Resolved,
  { cap, ways }: { readonly cap: bigint; readonly ways: ReadonlyMap<string, readonly Way[]> },
): Resolved {
  const madeAt = ({ path: [owner = "", next] }: Carried) =>
    ways.get(owner)?.find(({ to }) => to === next)?.madeAt ?? "";
  const byTime = carried.toSorted((a, b) => {
    const [first, second] = [madeAt(a), madeAt(b)];
    return first < second ? -1 : first > second ? 1 : a.owner < b.owner ? -1 : 1;
  });
  const held = new Map<string, bigint>();
  const kept: Carried[] = [];
  const over: Lost[] = [];
  for (const part of byTime) {
    const { by, owner, path, weight } = part;
    const before = held.get(by) ?? 0n;
    if (by === owner) kept.push(part);
    else if (before + weight > cap) over.push({ owner, path, weight, reason: "cap" });
    else {
      held.set(by, before + weight);
      kept.push(part);
    }
  }
  return { carried: kept, lost: [...lost, ...over] };
}
