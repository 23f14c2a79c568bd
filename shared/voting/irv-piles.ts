import type { Sums, Weights } from "./exact-sums.ts";
import type { Rankings } from "./rankings.ts";

const none = -1;

/**
 * The piles of an instant-runoff count: each ballot lies with the highest option on it that is still
 * in, and only the ballots of an eliminated option are looked at again. A ballot stops counting
 * where it ranks several options equal.
 */
export class Piles {
  readonly #rankings: Rankings;
  readonly #sums: Sums;
  readonly #out: Uint8Array;
  /** by ballot: where on it the option stands with which it lies */
  readonly #reached: Uint32Array;
  /** by option: the ballot on top of its pile; by ballot: the one under it */
  readonly #top: Int32Array;
  readonly #under: Int32Array;

  constructor(rankings: Rankings, weights: Weights) {
    this.#rankings = rankings;
    this.#sums = weights.sums(rankings.options);
    this.#out = new Uint8Array(rankings.options);
    this.#reached = rankings.starts.slice(0, rankings.ballots);
    this.#top = new Int32Array(rankings.options).fill(none);
    this.#under = new Int32Array(rankings.ballots);
    for (let at = 0; at < rankings.ballots; at += 1) this.#lay(at);
  }

  /** The weight of each option's pile. */
  votes(): bigint[] {
    return Array.from(this.#out, (_, place) => this.#sums.read(place));
  }

  /** Takes options out and passes their ballots on. */
  eliminate(places: readonly number[]): void {
    for (const place of places) this.#out[place] = 1;
    for (const place of places) this.#passOn(place);
  }

  #passOn(place: number): void {
    let at = this.#top[place] ?? none;
    this.#top[place] = none;
    this.#sums.clear(place);
    while (at !== none) {
      const next = this.#under[at] ?? none;
      this.#lay(at);
      at = next;
    }
  }

  /** Puts a ballot on the pile of its highest option that is still in, if it names one. */
  #lay(at: number): void {
    const { starts, order, below } = this.#rankings;
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? 0;
    for (let reached = this.#reached[at] ?? end; reached < end; reached += 1) {
      const isTied = below[reached] !== reached - start + 1;
      if (isTied) return;
      const place = order[reached] ?? 0;
      if (this.#out[place] === 1) continue;
      this.#reached[at] = reached;
      this.#under[at] = this.#top[place] ?? none;
      this.#top[place] = at;
      this.#sums.add(place, at);
      return;
    }
  }
}
