import { greatestCommonDivisor } from "../voting/fraction.ts";
import { nearestNumber } from "./nearest-number.ts";
import type { Backers, Poll, Utility } from "./poll.ts";

/*
 * One run of the Method of Equal Shares (Peters, Pierczynski and Skowron, "Proportional Participatory Budgeting with
 * Additive Utilities", NeurIPS 2021). It is exact: what everybody has left is the start less the prices of what they paid
 * for, and prices are whole numbers over one denominator that all have in common. Numbers with a floating point only
 * say where to look: for any set of people who give all that they have left, (cost - what these give) / (points of the
 * others) is at most the price, so that each such figure is a lower bound, and the project with the lowest price is
 * found, and its price confirmed, by whole numbers.
 */

/** Far more than what a double of a balance can be off, as a part of what everybody begins with. */
const doubtful = 1e-11;
/** How far off one sum of so many doubles may be, as a part of it. */
const rounding = (terms: number) => (terms + 4) * 2 ** -50;

/** A price for one point: `over / (the common denominator * points)`. */
interface Price {
  readonly place: number;
  readonly over: bigint;
  readonly points: bigint;
  /** which of the backers can pay it; the others give what they have left */
  readonly paying: readonly number[];
}

/** How one project was paid. */
export interface Purchase {
  readonly place: number;
  /** what each paid for one point, as a fraction */
  readonly price: { readonly num: bigint; readonly den: bigint };
  /** people who paid the price for their points, and people who gave the less that they had left */
  readonly inFull: number;
  readonly emptied: number;
}

export class ShareRun {
  readonly purchases: Purchase[] = [];
  readonly #poll: Poll;
  readonly #backers: Backers;
  readonly #utility: Utility;
  /** What each ballot's people have left, as near as a double gets. */
  readonly #left: Float64Array;
  readonly #startsWith: number;
  /** The number of the purchase of each project; -1 while it is not bought. */
  readonly #boughtAs: Int32Array;
  /** No project's price is below this; Infinity where nobody can pay for it. */
  readonly #floors: Float64Array;
  /** After how many purchases the floor was found. */
  readonly #foundAfter: Int32Array;
  /** Over one denominator: what everybody began with, and the price of a point at each purchase. */
  #denominator: bigint;
  #start: bigint;
  #prices: bigint[] = [];

  /** Everybody begins with `num / den`. */
  constructor(
    poll: Poll,
    backers: Backers,
    { utility, start }: { utility: Utility; start: { num: bigint; den: bigint } },
  ) {
    this.#poll = poll;
    this.#backers = backers;
    this.#utility = utility;
    this.#start = start.num;
    this.#denominator = start.den;
    this.#startsWith = nearestNumber(start.num, start.den);
    this.#left = new Float64Array(poll.ballots.length).fill(this.#startsWith);
    this.#boughtAs = new Int32Array(poll.projects.length).fill(-1);
    this.#floors = new Float64Array(poll.projects.length);
    this.#foundAfter = new Int32Array(poll.projects.length).fill(-1);
  }

  /** Buys what is cheapest for its backers; undefined where nothing can be bought. `lower` says which of two comes first where both are as cheap. */
  buyNext(lower: (one: number, other: number) => number): Purchase | undefined {
    const best = this.#cheapest(lower);
    return best && this.#buy(best);
  }

  /** What the backers of a project have left together. */
  leftFor(place: number): { num: bigint; den: bigint } {
    const solvent = [...this.#sideOf(place).ballots].filter((at) => this.#left[at] !== 0);
    return { num: this.#leftTogether(solvent), den: this.#denominator };
  }

  #exactlyLeft(at: number): bigint {
    let left = this.#start;
    for (const { place, points } of this.#poll.ballots[at]?.backs ?? []) {
      const number = this.#boughtAs[place] as number;
      if (number >= 0) left -= BigInt(points) * (this.#prices[number] as bigint);
    }
    return left;
  }

  /** What the people of these ballots have left together, by adding up how many points they paid for at each price. */
  #leftTogether(ballots: readonly number[]): bigint {
    const { headsOf, ends, backed, given } = this.#backers;
    const paid = new Float64Array(this.#prices.length);
    let heads = 0;
    for (const at of ballots) {
      const many = headsOf[at] as number;
      heads += many;
      const end = ends[at + 1] as number;
      for (let n = ends[at] as number; n < end; n += 1) {
        const number = this.#boughtAs[backed[n] as number] as number;
        if (number >= 0) paid[number] = (paid[number] as number) + (given[n] as number) * many;
      }
    }
    let left = this.#start * BigInt(heads);
    paid.forEach((points, number) => {
      if (points > 0) left -= BigInt(points) * (this.#prices[number] as bigint);
    });
    return left;
  }

  /** By what a price for a point is divided so that prices of projects compare. */
  #worth(place: number): bigint {
    return this.#utility === "cost" ? (this.#poll.projects[place]?.cost ?? 1n) : 1n;
  }

  #cheapest(lower: (one: number, other: number) => number): Price | undefined {
    let best: Price | undefined;
    let ceiling = Number.POSITIVE_INFINITY;
    const examined = new Set<number>();
    for (;;) {
      const place = this.#lowestFloor(ceiling, examined);
      if (place === undefined) return best;
      if (this.#foundAfter[place] !== this.purchases.length) {
        this.#lookAgain(place);
        continue;
      }
      examined.add(place);
      const price = this.#priceOf(place);
      if (!price) {
        this.#floors[place] = Number.POSITIVE_INFINITY;
      } else if (!best || this.#compare(price, best, lower) < 0) {
        best = price;
        ceiling = this.#effective(price) * (1 + 2 ** -48);
      }
    }
  }

  /** The project with the lowest floor that is not above the ceiling. */
  #lowestFloor(ceiling: number, examined: ReadonlySet<number>): number | undefined {
    let lowest: number | undefined;
    let least = ceiling;
    for (let place = 0; place < this.#floors.length; place += 1) {
      const floor = this.#floors[place] ?? Number.POSITIVE_INFINITY;
      if (floor === Number.POSITIVE_INFINITY || floor > least) continue;
      if (examined.has(place) || (this.#boughtAs[place] ?? -1) >= 0) continue;
      if (floor < least || lowest === undefined) lowest = place;
      least = floor;
    }
    return lowest;
  }

  #compare(one: Price, other: Price, lower: (a: number, b: number) => number): number {
    const left = one.over * other.points * this.#worth(other.place);
    const right = other.over * one.points * this.#worth(one.place);
    return left === right ? lower(one.place, other.place) : left < right ? -1 : 1;
  }

  #effective({ place, over, points }: Price): number {
    return nearestNumber(over, this.#denominator * points * this.#worth(place));
  }

  /** Finds the floor of a project anew, by going on as long as somebody more can't pay the price. */
  #lookAgain(place: number): void {
    const { found, error } = this.#roughPrice(place);
    this.#foundAfter[place] = this.purchases.length;
    if (found === Number.POSITIVE_INFINITY) this.#floors[place] = found;
    else {
      const floor = (found * (1 - error)) / Number(this.#worth(place));
      this.#floors[place] = Math.max(this.#floors[place] ?? 0, floor);
    }
  }

  /** A lower bound of what a point costs, and how much of it may be rounding. Infinity where nobody can pay. */
  #roughPrice(place: number): { found: number; error: number } {
    const { ballots, points } = this.#sideOf(place);
    const cost = Number(this.#poll.projects[place]?.cost ?? 0n);
    const { headsOf } = this.#backers;
    const off = rounding(ballots.length);
    let found = (this.#floors[place] ?? 0) * Number(this.#worth(place));
    let given = 0;
    for (;;) {
      given = 0;
      let open = 0;
      for (let n = 0; n < ballots.length; n += 1) {
        const at = ballots[n] as number;
        const heads = headsOf[at] as number;
        const left = this.#left[at] as number;
        const asked = points[n] as number;
        if (left < found * asked) given += left * heads;
        else open += asked * heads;
      }
      if (open === 0) return given < cost * (1 - off) ? unpayable : { found, error: 1 };
      const next = (cost - given) / open;
      if (!(next > found)) break;
      found = next;
    }
    return { found, error: Math.min(1, (off * cost) / (cost - given)) };
  }

  #sideOf(place: number) {
    const ballots = this.#backers.ballots[place] ?? new Uint32Array();
    const points = this.#backers.points[place] ?? new Float64Array();
    return { ballots, points };
  }

  /** The price by whole numbers; undefined where the backers don't have enough. */
  #priceOf(place: number): Price | undefined {
    const { ballots, points } = this.#sideOf(place);
    const floor = (this.#floors[place] ?? 0) * Number(this.#worth(place));
    const margin = doubtful * this.#startsWith;
    const cost = (this.#poll.projects[place]?.cost ?? 0n) * this.#denominator;
    const poor: number[] = [];
    let paying: number[] = [];
    for (let n = 0; n < ballots.length; n += 1) {
      const left = this.#left[ballots[n] as number] as number;
      if (left === 0) continue;
      if (left < floor * (points[n] as number) - margin) poor.push(ballots[n] as number);
      else paying.push(n);
    }
    let given = this.#leftTogether(poor);
    while (paying.length > 0) {
      const price = { place, over: cost - given, points: this.#pointsOf(place, paying), paying };
      const isPoor = this.#povertyAt(price);
      const further = paying.filter(isPoor);
      if (further.length === 0) return price;
      const out = new Set(further);
      paying = paying.filter((n) => !out.has(n));
      given += this.#leftTogether(further.map((n) => ballots[n] as number));
    }
    return undefined;
  }

  #pointsOf(place: number, paying: readonly number[]): bigint {
    const { ballots, points } = this.#sideOf(place);
    let sum = 0;
    for (const n of paying) {
      sum += (points[n] as number) * (this.#backers.headsOf[ballots[n] as number] as number);
    }
    return BigInt(sum);
  }

  /** Tells of the nth backer whether they have less left than the price of their points. */
  #povertyAt({ place, over, points }: Price): (n: number) => boolean {
    const side = this.#sideOf(place);
    const forOne = nearestNumber(over, this.#denominator * points);
    return (n) => {
      const at = side.ballots[n] as number;
      const asked = side.points[n] as number;
      const difference = (this.#left[at] as number) - forOne * asked;
      const margin = doubtful * Math.max(this.#startsWith, forOne * asked);
      if (Math.abs(difference) > margin) return difference < 0;
      return this.#exactlyLeft(at) * points < over * BigInt(asked);
    };
  }

  #buy({ place, over, points, paying }: Price): Purchase {
    const { ballots, points: asked } = this.#sideOf(place);
    const forOne = nearestNumber(over, this.#denominator * points);
    let next = 0;
    const { headsOf } = this.#backers;
    let inFull = 0;
    let emptied = 0;
    for (let n = 0; n < ballots.length; n += 1) {
      const at = ballots[n] as number;
      const left = this.#left[at] as number;
      if (left === 0) continue;
      if (paying[next] === n) {
        next += 1;
        inFull += headsOf[at] as number;
        // Never quite nothing: only who gave all is left out of what follows.
        this.#left[at] = Math.max(left - forOne * (asked[n] as number), Number.MIN_VALUE);
      } else {
        emptied += headsOf[at] as number;
        this.#left[at] = 0;
      }
    }
    this.#enter(place, over, points);
    const price = { num: this.#prices.at(-1) ?? 0n, den: this.#denominator };
    const purchase = { place, price, inFull, emptied };
    this.purchases.push(purchase);
    return purchase;
  }

  /** Brings all that is known on a denominator that has room for the new price. */
  #enter(place: number, over: bigint, points: bigint): void {
    const common = greatestCommonDivisor(over, points);
    const factor = points / common;
    this.#denominator *= factor;
    this.#start *= factor;
    this.#prices = this.#prices.map((price) => price * factor);
    this.#boughtAs[place] = this.#prices.length;
    this.#prices.push(over / common);
  }
}

const unpayable = { found: Number.POSITIVE_INFINITY, error: 0 };
