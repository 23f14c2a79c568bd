import type { Sums, Weights } from "../exact-sums.ts";
import type { Rankings } from "../rankings.ts";
import type { Numbers } from "./numbers.ts";

const none = -1;

/** Papers of one value that lie with one option. */
interface Parcel<N> {
  readonly value: N;
  /** the paper on top; the others under it */
  top: number;
}

/**
 * The papers of a transferable count. Each lies with the highest option on it that could still take it
 * when it was laid, in a parcel of papers of the same value; a paper stops counting where it ranks
 * several options equal.
 */
export class Papers<N> {
  readonly #numbers: Numbers<N>;
  readonly #rankings: Rankings;
  /** by option: whether it takes papers; nobody does who is elected or excluded */
  readonly #takes: Uint8Array;
  /** by paper: where on it the option stands with which it lies */
  readonly #reached: Uint32Array;
  /** by paper: the one under it in its parcel */
  readonly #under: Int32Array;
  readonly #parcels: Map<string, Parcel<N>>[];
  /** by option: the weight of the papers that just came to it */
  readonly #arrived: Sums;
  readonly votes: N[];
  /** what papers were worth that came to nobody */
  exhausted: N;

  constructor(numbers: Numbers<N>, rankings: Rankings, weights: Weights) {
    const { options, ballots, starts } = rankings;
    this.#numbers = numbers;
    this.#rankings = rankings;
    this.#takes = new Uint8Array(options).fill(1);
    this.#reached = starts.slice(0, ballots);
    this.#under = new Int32Array(ballots);
    this.#parcels = Array.from({ length: options }, () => new Map());
    this.#arrived = weights.sums(options + 1);
    this.exhausted = numbers.zero;
    this.votes = Array.from({ length: options }, () => numbers.zero);
    this.#layAll(numbers.of(1n), (lay) => {
      for (let at = 0; at < ballots; at += 1) lay(at);
    });
  }

  /** Takes an option out of those to whom papers can come. */
  close(place: number): void {
    this.#takes[place] = 0;
  }

  hasPapers(place: number): boolean {
    return (this.#parcels[place]?.size ?? 0) > 0;
  }

  /** Passes on all papers of an option, each at what becomes of its value; the option is left with `rest`. */
  passOn(place: number, valueOf: (value: N) => N, rest: N): void {
    const parcels = this.#parcels[place];
    if (!parcels) throw new RangeError("no such option");
    this.#parcels[place] = new Map();
    for (const parcel of parcels.values()) {
      const value = valueOf(parcel.value);
      this.#layAll(value, (lay) => {
        for (let at = parcel.top; at !== none;) {
          const next = this.#under[at] ?? none;
          lay(at);
          at = next;
        }
      });
    }
    this.votes[place] = rest;
  }

  #layAll(value: N, each: (lay: (at: number) => void) => void): void {
    const numbers = this.#numbers;
    const key = numbers.key(value);
    // A paper that is worth nothing any more takes no part.
    const isWorthless = numbers.compare(value, numbers.zero) <= 0;
    const open: (Parcel<N> | undefined)[] = [];
    each((at) => {
      const place = isWorthless ? none : this.#nextOn(at);
      if (place === none) {
        this.#arrived.add(this.votes.length, at);
        return;
      }
      let parcel = open[place];
      if (!parcel) {
        parcel = this.#parcels[place]?.get(key) ?? { value, top: none };
        this.#parcels[place]?.set(key, parcel);
        open[place] = parcel;
      }
      this.#under[at] = parcel.top;
      parcel.top = at;
      this.#arrived.add(place, at);
    });
    const rest = numbers.times(value, this.#arrived.read(this.votes.length));
    this.#arrived.clear(this.votes.length);
    this.exhausted = numbers.add(this.exhausted, rest);
    open.forEach((_, place) => {
      const gained = numbers.times(value, this.#arrived.read(place));
      this.#arrived.clear(place);
      this.votes[place] = numbers.add(this.votes[place] ?? numbers.zero, gained);
    });
  }

  /** Goes on to the highest option on the paper that takes it. */
  #nextOn(at: number): number {
    const { starts, order, below } = this.#rankings;
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? 0;
    for (let reached = this.#reached[at] ?? end; reached < end; reached += 1) {
      const isTied = below[reached] !== reached - start + 1;
      if (isTied) break;
      const place = order[reached] ?? 0;
      if (this.#takes[place] !== 1) continue;
      this.#reached[at] = reached;
      return place;
    }
    this.#reached[at] = end;
    return none;
  }
}
