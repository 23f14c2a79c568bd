import type { Sums, Weights } from "./exact-sums.ts";
import { indexOptions, placeOf, type OptionIndex } from "./option-index.ts";
import type { RankedBallots } from "./ranked-ballot.ts";

interface PilesInput {
  readonly options: readonly string[];
  readonly ballots: RankedBallots;
  readonly weights: Weights;
}

const none = -1;

/**
 * The piles of an instant-runoff count: each ballot lies with the highest option on it that is still
 * in. Only the ballots of an eliminated option are looked at again, and each is read no further than
 * the count needs. A ballot stops counting where it ranks several options equal.
 */
export class Piles {
  readonly #ballots: RankedBallots;
  readonly #index: OptionIndex;
  readonly #sums: Sums;
  readonly #out: Uint8Array;
  /** by ballot: the place in its ranking at which it lies */
  readonly #reached: Uint16Array;
  /** by option: the ballot on top of its pile; by ballot: the one under it */
  readonly #top: Int32Array;
  readonly #under: Int32Array;

  constructor({ options, ballots, weights }: PilesInput) {
    this.#ballots = ballots;
    this.#index = indexOptions(options);
    this.#sums = weights.sums(options.length);
    this.#out = new Uint8Array(options.length);
    this.#reached = new Uint16Array(ballots.length);
    this.#top = new Int32Array(options.length).fill(none);
    this.#under = new Int32Array(ballots.length);
    for (let at = 0; at < ballots.length; at += 1) this.#lay(at);
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
    while (at !== none) {
      const next = this.#under[at] ?? none;
      this.#sums.remove(place, at);
      this.#lay(at);
      at = next;
    }
  }

  /** Puts a ballot on the pile of its highest option that is still in, if it names one. */
  #lay(at: number): void {
    const ranking = this.#ballots[at]?.ballot.ranking ?? [];
    for (let reached = this.#reached[at] ?? 0; reached < ranking.length; reached += 1) {
      const group = ranking[reached];
      if (group?.length !== 1) return;
      const place = placeOf(this.#index, group[0] ?? "");
      if (this.#out[place] === 1) continue;
      this.#reached[at] = reached;
      this.#under[at] = this.#top[place] ?? none;
      this.#top[place] = at;
      this.#sums.add(place, at);
      return;
    }
  }
}
