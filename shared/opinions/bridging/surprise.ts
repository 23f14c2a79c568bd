import { naturalLogarithm } from "../../power/logarithm.ts";
import type { Ratings } from "./ratings.ts";

/** So many pairs of a whole debate might be together by chance. */
const mostByChance = 0.01;

/**
 * Whether chance would bring two raters together over these items. Were items chosen each by itself, as often as they are
 * chosen by all, somebody else would choose these with the product of their shares; any as many of the own ones, at the
 * most as often as there are choices of them (Boole); and some pair of all, as often as there are pairs (Bonferroni).
 */
export class Surprise {
  /** of each item, how much it tells that somebody rated it, in nats */
  readonly #information: Float64Array;
  readonly #factorials: Float64Array;
  readonly #least: number;

  constructor({ raters, items, item }: Ratings) {
    const counts = new Uint32Array(items);
    for (let row = 0; row < item.length; row += 1) {
      const which = item[row] ?? 0;
      counts[which] = (counts[which] ?? 0) + 1;
    }
    this.#information = Float64Array.from(counts, (count) =>
      count === 0 ? 0 : naturalLogarithm(raters / count),
    );
    this.#factorials = new Float64Array(items + 1);
    for (let at = 1; at <= items; at += 1) {
      this.#factorials[at] = (this.#factorials[at - 1] ?? 0) + naturalLogarithm(at);
    }
    this.#least = naturalLogarithm(Math.max(1, (raters * (raters - 1)) / 2) / mostByChance);
  }

  /** @param own how many items the one of them rated who rated fewer */
  isAboveChance(shared: readonly number[], own: number): boolean {
    const information = shared.reduce((sum, item) => sum + (this.#information[item] ?? 0), 0);
    return information - this.#choices(own, shared.length) >= this.#least;
  }

  /** The logarithm of how many ways there are to choose so many of all. */
  #choices(all: number, some: number): number {
    const [factorials, rest] = [this.#factorials, Math.max(0, all - some)];
    return (factorials[all] ?? 0) - (factorials[some] ?? 0) - (factorials[rest] ?? 0);
  }
}
