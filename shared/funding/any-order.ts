import {
  equalShares,
  type EqualShares,
  type EqualSharesSettings,
  type LevelOrder,
} from "./equal-shares.ts";
import { settledTurns, type SettledTurns } from "./level-turns.ts";
import { backersOf, type Backers, type Poll } from "./poll.ts";

/** What equal shares fund whatever order level projects come in. Projects are named by their places. */
export interface AnyOrder {
  /** funded in every order */
  readonly always: ReadonlySet<number>;
  /** funded in some orders alone, together with those whose order decides it */
  readonly open: ReadonlySet<number>;
  /** how many of the open ones are funded at least */
  readonly fewest: number;
  /** false where `open` may name too many */
  readonly isExact: boolean;
  /** what all orders come to alike, where no two projects were ever level; else null */
  readonly same: EqualShares | null;
}

type Pair = readonly [first: number, later: number];

/** Looking at further orders ends at so many of them, or at so many ballots and pairs of projects looked at. */
const mostOrders = 100;
const mostWork = 500_000;

/**
 * Goes through the orders in which level projects can come, as far as these make a difference: where several could be
 * bought next, each of them is tried as the first. Projects that nobody backs together can be bought in any order, since
 * a purchase leaves the price of the other as it was.
 */
export function fundedInAnyOrder(poll: Poll, settings: EqualSharesSettings): AnyOrder {
  const backers = backersOf(poll);
  const haveInCommon = backersInCommon(backers);
  const waiting: Pair[][] = [[]];
  const found: Outcome[] = [];
  const level = new Set<number>();
  let [work, orders] = [0, 0];
  for (let pairs = waiting.pop(); pairs; pairs = waiting.pop()) {
    orders += 1;
    const order = new TriedOrder(haveInCommon, pairs);
    const one = outcomeIn(order, poll, settings);
    work += order.purchases * poll.ballots.length + order.looks;
    if (one) found.push(one);
    for (const first of order.open) {
      level.add(first);
      const others = order.open.filter((other) => other !== first);
      waiting.push([...pairs, ...others.map((other): Pair => [first, other])]);
    }
    // Each that waits is one more at least: what would end there ends here.
    const isTooMuch = orders + waiting.length > mostOrders || work > mostWork;
    if (waiting.length > 0 && isTooMuch) return anythingBacked(poll, backers);
  }
  return putTogether(found, level);
}

interface Outcome extends SettledTurns {
  readonly shares: EqualShares;
}

/** What is funded in an order; undefined where the order leaves open what to buy next. */
function outcomeIn(
  order: TriedOrder,
  poll: Poll,
  settings: EqualSharesSettings,
): Outcome | undefined {
  try {
    const shares = equalShares(poll, { ...settings, order });
    const filled = settledTurns(poll, shares.turns);
    const bought = shares.purchases.map(({ place }) => place);
    return { funded: [...bought, ...filled.funded], level: filled.level, shares };
  } catch (cause) {
    if (cause instanceof Undecided) return undefined;
    throw cause;
  }
}

/** Ends a run as soon as it comes to a purchase that no order so far decides. */
class Undecided extends Error {}

type Pairing = (one: number, other: number) => boolean;

/** An order of level projects of which some pairs are decided. */
class TriedOrder implements LevelOrder {
  /** those of which any could be bought next */
  open: readonly number[] = [];
  purchases = 0;
  /** how many pairs of level projects were looked at */
  looks = 0;
  readonly #haveInCommon: Pairing;
  /** for each project all that come after it */
  readonly #later = new Map<number, ReadonlySet<number>>();
  #compared: Pair[] = [];

  constructor(haveInCommon: Pairing, pairs: readonly Pair[]) {
    this.#haveInCommon = haveInCommon;
    const next = linked(pairs);
    for (const first of next.keys()) {
      this.#later.set(
        first,
        reached(first, (one) => next.get(one) ?? []),
      );
    }
  }

  compare(one: number, other: number): number {
    this.#compared.push([one, other]);
    if (this.#isBefore(one, other)) return -1;
    return this.#isBefore(other, one) ? 1 : one - other;
  }

  bought(place: number): void {
    this.purchases += 1;
    if (this.#compared.length === 0) return;
    const compared = linked([
      ...this.#compared,
      ...this.#compared.map(([one, other]): Pair => [other, one]),
    ]);
    this.#compared = [];
    const level = [...reached(place, (one) => compared.get(one) ?? [])];
    const rivals = [
      ...reached(place, (one) => level.filter((other) => this.#haveInCommon(one, other))),
    ];
    this.looks += rivals.length * level.length;
    const first = rivals.filter((one) => rivals.every((other) => !this.#isBefore(other, one)));
    if (first.length === 1) return;
    this.open = first.toSorted((a, b) => a - b);
    throw new Undecided();
  }

  #isBefore(one: number, other: number): boolean {
    return one !== other && (this.#later.get(one)?.has(other) ?? false);
  }
}

/** All seconds of pairs by their firsts. */
function linked(pairs: readonly Pair[]): ReadonlyMap<number, readonly number[]> {
  const links = new Map<number, number[]>();
  for (const [one, other] of pairs) {
    const known = links.get(one);
    if (known) known.push(other);
    else links.set(one, [other]);
  }
  return links;
}

/** Everything that can be come to from a place, itself among it. */
function reached(from: number, next: (place: number) => readonly number[]): Set<number> {
  const seen = new Set([from]);
  for (const place of seen) for (const other of next(place)) seen.add(other);
  return seen;
}

/** Tells whether somebody backs both of two projects; for each of them all others are looked up once. */
function backersInCommon({ ballots, ends, backed }: Backers): Pairing {
  const known = new Map<number, ReadonlySet<number>>();
  const backedWith = (place: number) => {
    const others = new Set<number>();
    for (const at of ballots[place] ?? []) {
      for (let n = ends[at] as number; n < (ends[at + 1] as number); n += 1) {
        others.add(backed[n] as number);
      }
    }
    return others;
  };
  return (one, other) => {
    let others = known.get(one);
    if (!others) known.set(one, (others = backedWith(one)));
    return others.has(other);
  };
}

function putTogether(found: readonly Outcome[], level: ReadonlySet<number>): AnyOrder {
  const [first] = found;
  const same = first && level.size === 0 && first.level.length === 0 ? first.shares : null;
  const possible = new Set(
    found.flatMap(({ funded, level: groups }) => [
      ...funded,
      ...groups.flatMap(({ between }) => between),
    ]),
  );
  const isCertain = (place: number) => found.every(({ funded }) => funded.includes(place));
  const always = new Set([...possible].filter(isCertain));
  const varying = new Set([...possible].filter((place) => !always.has(place)));
  const fewest = fewestOf(found, varying);
  if (varying.size === 0 || fewest > 0) {
    return { always, open: varying, fewest, isExact: true, same };
  }
  const open = new Set([...varying, ...level]);
  const rest = new Set([...always].filter((place) => !open.has(place)));
  return { always: rest, open, fewest: fewestOf(found, open), isExact: false, same };
}

/** How many of these are funded in the order that funds fewest of them. */
function fewestOf(found: readonly SettledTurns[], among: ReadonlySet<number>): number {
  const counts = found.map(({ funded, level }) => {
    const filled = level.reduce((sum, { places }) => sum + places, 0);
    return funded.filter((place) => among.has(place)).length + filled;
  });
  return Math.min(...counts);
}

/** Where looking at all orders would take too long. */
function anythingBacked({ projects, budget }: Poll, { people }: Backers): AnyOrder {
  const open = projects.flatMap(({ cost }, place) =>
    (people[place] ?? 0) > 0 && cost <= budget ? [place] : [],
  );
  return { always: new Set(), open: new Set(open), fewest: 1, isExact: false, same: null };
}
