import { backersOf, type Poll, type Utility } from "./poll.ts";

/** Enough to find the best of some hundred projects nearly always. */
const mostLooks = 2_000_000;

export interface BestWelfare {
  readonly funded: readonly number[];
  /** Nothing better is left; false where the search was given up, and something better may exist. */
  readonly isProven: boolean;
}

interface Item {
  readonly place: number;
  readonly cost: bigint;
  readonly value: bigint;
}

/**
 * The projects that together are worth most to those who back them, out of all that fit in the budget (the knapsack problem), by
 * branch and bound in the order of worth for cost: Martello and Toth, "Knapsack Problems" (1990), chapter 2.
 */
export function bestWelfare(poll: Poll, utility: Utility): BestWelfare {
  const backers = backersOf(poll);
  const items = poll.projects
    .map(({ cost }, place): Item => {
      const points = BigInt(backers.sums[place] ?? 0);
      return { place, cost, value: utility === "cost" ? points * cost : points };
    })
    .filter(({ value, cost }) => value > 0n && cost <= poll.budget)
    .toSorted((a, b) => {
      const difference = b.value * a.cost - a.value * b.cost;
      return difference > 0n ? 1 : difference < 0n ? -1 : a.place - b.place;
    });
  return new Search(items).from(poll.budget);
}

class Search {
  readonly #items: readonly Item[];
  #best = -1n;
  #found: readonly number[] = [];
  #looks = 0;

  constructor(items: readonly Item[]) {
    this.#items = items;
  }

  from(budget: bigint): BestWelfare {
    this.#look(0, { left: budget, value: 0n, taken: [] });
    return { funded: this.#found, isProven: this.#looks <= mostLooks };
  }

  #look(from: number, so: { left: bigint; value: bigint; taken: readonly number[] }): void {
    this.#looks += 1;
    if (this.#looks > mostLooks) return;
    if (so.value > this.#best) {
      this.#best = so.value;
      this.#found = so.taken;
    }
    const item = this.#items[from];
    if (!item || !this.#canBeat(from, so)) return;
    if (item.cost <= so.left) {
      const taken = [...so.taken, item.place];
      this.#look(from + 1, { left: so.left - item.cost, value: so.value + item.value, taken });
    }
    this.#look(from + 1, so);
  }

  /** Whether the rest could be worth more than the best, if projects could be had in parts. */
  #canBeat(from: number, { left: budget, value }: { left: bigint; value: bigint }): boolean {
    let left = budget;
    let bound = value;
    for (let at = from; at < this.#items.length; at += 1) {
      const item = this.#items[at] as Item;
      if (item.cost > left) return bound + (item.value * left) / item.cost > this.#best;
      left -= item.cost;
      bound += item.value;
    }
    return bound > this.#best;
  }
}
