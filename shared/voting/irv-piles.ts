import type { Sums, Weights } from "./exact-sums.ts";
import type { PreferenceOrders } from "./preference-orders.ts";

/**
 * The piles of an instant-runoff count: each ballot lies with the highest option on it that is still
 * in. After an elimination all ballots are gone through in order, which costs less than to jump to
 * those that lie with whoever is out: memory is read forward, and most need one look.
 */
export class Piles {
  readonly #orders: PreferenceOrders;
  readonly #sums: Sums;
  /** by option, and two more: with the first lie ballots that ran out, with the other those not laid yet */
  readonly #out: Uint8Array;
  /** by ballot: the option with which it lies, and where on it that stands */
  readonly #with: Uint16Array;
  readonly #reached: Uint32Array;

  constructor(orders: PreferenceOrders, weights: Weights) {
    this.#orders = orders;
    this.#sums = weights.sums(orders.options);
    this.#out = new Uint8Array(orders.options + 2);
    this.#out[orders.options + 1] = 1;
    this.#reached = orders.starts.slice(0, orders.ballots);
    this.#with = new Uint16Array(orders.ballots).fill(orders.options + 1);
    this.#lay();
  }

  /** The weight of each option's pile. */
  votes(): bigint[] {
    return Array.from({ length: this.#orders.options }, (_, place) => this.#sums.read(place));
  }

  /** Takes options out and passes their ballots on. */
  eliminate(places: readonly number[]): void {
    for (const place of places) {
      this.#out[place] = 1;
      this.#sums.clear(place);
    }
    this.#lay();
  }

  /** Puts each ballot that lies with somebody who is out with its highest option that is in, if it names one. */
  #lay(): void {
    const out = this.#out;
    const lies = this.#with;
    const { layers } = this.#sums;
    for (let at = 0; at < lies.length; at += 1) {
      if (out[lies[at] ?? 0] !== 1) continue;
      const place = this.#nextOn(at);
      lies[at] = place;
      if (place === this.#orders.options) continue;
      for (const { sums, parts } of layers) sums[place] = (sums[place] ?? 0) + (parts[at] ?? 0);
    }
  }

  /** The highest option on the ballot that is in; the number of options where there is none. */
  #nextOn(at: number): number {
    const { starts, order, options } = this.#orders;
    const out = this.#out;
    const end = starts[at + 1] ?? 0;
    let where = this.#reached[at] ?? end;
    while (where < end && out[order[where] ?? 0] === 1) where += 1;
    this.#reached[at] = where;
    return where < end ? (order[where] ?? 0) : options;
  }
}
