import { cell, type Matrix } from "./defeats.ts";

/** One option's win over another. */
export interface Win {
  readonly winner: number;
  readonly loser: number;
}

/** Which wins come first: the strongest, and of equal strength those with less against them. */
export type PairOrder = "winning" | "margin";

/** Wins of equal strength together, the strongest first. */
export function winsInOrder(preferred: Matrix, order: PairOrder): Win[][] {
  const wins = preferred.flatMap((row, winner) =>
    row.flatMap((votes, loser) => {
      const against = cell(preferred, loser, winner);
      if (votes <= against) return [];
      return [{ winner, loser, strength: order === "margin" ? votes - against : votes, against }];
    }),
  );
  const compare = (one: bigint, other: bigint) => (one < other ? -1 : Number(one > other));
  const sorted = wins.toSorted(
    (a, b) => compare(b.strength, a.strength) || compare(a.against, b.against),
  );
  const groups: (typeof wins)[] = [];
  for (const win of sorted) {
    const first = groups.at(-1)?.[0];
    const isLevel = first?.strength === win.strength && first.against === win.against;
    if (isLevel) groups.at(-1)?.push(win);
    else groups.push([win]);
  }
  return groups.map((group) => group.map(({ winner, loser }) => ({ winner, loser })));
}

/** What is locked in: from whom one can come to whom, as one set of bits for each option. */
export type Reach = readonly bigint[];
const bit = (place: number) => 1n << BigInt(place);
export const leadsTo = (reach: Reach, from: number, to: number) =>
  ((reach[from] ?? 0n) & bit(to)) !== 0n;

/** Locks a win in, with all that follows from it. */
function lock(reach: Reach, { winner, loser }: Win): Reach {
  if (leadsTo(reach, winner, loser)) return reach;
  const gained = bit(loser) | (reach[loser] ?? 0n);
  return reach.map((set, place) =>
    place === winner || leadsTo(reach, place, winner) ? set | gained : set,
  );
}

/** Locks in the wins one after another, but for those that would close a circle. */
export function lockInTurn(reach: Reach, wins: readonly Win[]): Reach {
  let locked = reach;
  for (const win of wins) if (!leadsTo(locked, win.loser, win.winner)) locked = lock(locked, win);
  return locked;
}

/** Everything that could be reached if circles were allowed. */
function reachWithCircles(reach: Reach, wins: readonly Win[]): Reach {
  const all = [...reach];
  for (const { winner, loser } of wins) all[winner] = (all[winner] ?? 0n) | bit(loser);
  // Whoever comes to one place comes to all that is reached from there (Warshall, 1962).
  for (let through = 0; through < all.length; through += 1) {
    const [here, gained] = [bit(through), all[through] ?? 0n];
    for (const [place, set] of all.entries()) if ((set & here) !== 0n) all[place] = set | gained;
  }
  return all;
}

/** How much may still be tried: each lock costs as much as there are options, each result that is kept as well. */
export interface Effort {
  left: number;
}

/**
 * Every result that some order of these equally strong wins leads to. Wins on no circle are locked in
 * any order; of the others each may come first.
 * @returns null where that is too much to follow
 */
export function lockInAnyOrder(reach: Reach, wins: readonly Win[], effort: Effort): Reach[] | null {
  const circles = reachWithCircles(reach, wins);
  const isContested = ({ winner, loser }: Win) => leadsTo(circles, loser, winner);
  const start = lockInTurn(
    reach,
    wins.filter((win) => !isContested(win)),
  );
  const contested = wins.filter(isContested);
  if (contested.length === 0) return [start];
  const results = new Map<string, Reach>();
  const met = new Map<string, Reach>([[start.join(), start]]);
  // A map grows while one walks through it, so the states that turn up on the way get their turn.
  for (const state of met.values()) {
    const open = contested.filter(
      ({ winner, loser }) => !leadsTo(state, loser, winner) && !leadsTo(state, winner, loser),
    );
    if (open.length === 0) results.set(state.join(), state);
    for (const win of open) {
      effort.left -= reach.length;
      if (effort.left < 0) return null;
      const next = lock(state, win);
      met.set(next.join(), next);
    }
  }
  return [...results.values()];
}

/** Wins on a circle of equally strong ones are all left out: cautious, and the same in any order. */
export function lockCautiously(reach: Reach, wins: readonly Win[]): Reach {
  const circles = reachWithCircles(reach, wins);
  return lockInTurn(
    reach,
    wins.filter(({ winner, loser }) => !leadsTo(circles, loser, winner)),
  );
}
