import type { Sums, Weights } from "./exact-sums.ts";

interface Scale {
  readonly options: number;
  /** the lowest and the highest number of points that a ballot may give an option */
  readonly least: number;
  readonly most: number;
}

/** Adds up exactly how many points each option gets, by weight: one cell for each number of points. */
export class PointSums {
  readonly #scale: Scale;
  readonly #width: number;
  readonly #sums: Sums;

  constructor(weights: Weights, scale: Scale) {
    this.#scale = scale;
    this.#width = scale.most - scale.least + 1;
    this.#sums = weights.sums(scale.options * this.#width);
  }

  /** Ballot `at` gives an option so many points; points off the scale are misuse. */
  add(place: number, points: number, at: number): void {
    const { least, most } = this.#scale;
    if (!Number.isInteger(points) || points < least || points > most) {
      throw new RangeError("a ballot gives points outside the scale");
    }
    this.#sums.add(place * this.#width + points - least, at);
  }

  /** Weight of the ballots that give this option exactly so many points. */
  weightOf(place: number, points: number): bigint {
    return this.#sums.read(place * this.#width + points - this.#scale.least);
  }

  /** The weight at each number of points from 0 on, of `total`; ballots that leave the option out give it 0. */
  levelsOf(place: number, total: bigint): bigint[] {
    const { most } = this.#scale;
    const given = Array.from({ length: most }, (_, at) => this.weightOf(place, at + 1));
    return [given.reduce((left, weight) => left - weight, total), ...given];
  }

  /** What each option has, by place. */
  totals(): bigint[] {
    const { options, least, most } = this.#scale;
    return Array.from({ length: options }, (_, place) => {
      let total = 0n;
      for (let points = least; points <= most; points += 1) {
        const weight = points === 0 ? 0n : this.weightOf(place, points);
        if (weight > 0n) total += BigInt(points) * weight;
      }
      return total;
    });
  }
}
