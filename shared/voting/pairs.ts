import type { Weights } from "./exact-sums.ts";
import { indexOptions, placeOf, type OptionIndex } from "./option-index.ts";
import type { RankedBallots, Ranking, Unranked } from "./ranked-ballot.ts";
import type { Pairs } from "./tally.ts";

interface RankedInput {
  readonly options: readonly string[];
  readonly ballots: RankedBallots;
  readonly weights: Weights;
  readonly unranked: Unranked;
}

/**
 * One ballot at a time, as numbers: the options it speaks of in order, best first, and for each of
 * them where those that it puts below begin.
 */
class RankingReader {
  readonly order: Uint16Array;
  readonly below: Uint16Array;
  length = 0;
  readonly #index: OptionIndex;
  readonly #unranked: Unranked;
  /** by option: the reading that last met it */
  readonly #met: Uint32Array;
  #reading = 0;

  constructor(options: readonly string[], unranked: Unranked) {
    this.#index = indexOptions(options);
    this.#unranked = unranked;
    this.order = new Uint16Array(options.length);
    this.below = new Uint16Array(options.length);
    this.#met = new Uint32Array(options.length);
  }

  read(ranking: Ranking): void {
    this.#reading += 1;
    this.length = 0;
    for (const group of ranking) {
      const start = this.length;
      for (const option of group) this.#append(placeOf(this.#index, option));
      this.below.fill(this.length, start, this.length);
    }
    if (this.#unranked === "last" && this.length < this.order.length) this.#appendUnranked();
  }

  #append(place: number): void {
    if (this.#met[place] === this.#reading) throw new RangeError("a ballot ranks an option twice");
    this.#met[place] = this.#reading;
    this.order[this.length] = place;
    this.length += 1;
  }

  #appendUnranked(): void {
    const start = this.length;
    for (let place = 0; place < this.#met.length; place += 1) {
      if (this.#met[place] !== this.#reading) this.#append(place);
    }
    this.below.fill(this.length, start, this.length);
  }
}

/** Adds one ballot's weight to each pair that it has a preference about. */
function addPairs(reader: RankingReader, sums: Float64Array, weight: number): void {
  const { order, below, length } = reader;
  const width = order.length;
  for (let upper = 0; upper < length; upper += 1) {
    const row = (order[upper] ?? 0) * width;
    for (let lower = below[upper] ?? length; lower < length; lower += 1) {
      const cell = row + (order[lower] ?? 0);
      sums[cell] = (sums[cell] ?? 0) + weight;
    }
  }
}

/** Compares each option with each other one, by the weight of the ballots that prefer it. */
export function comparePairs({ options, ballots, weights, unranked }: RankedInput): Pairs {
  const reader = new RankingReader(options, unranked);
  const width = options.length;
  const sums = weights.sums(width * width);
  ballots.forEach(({ ballot }, at) => {
    reader.read(ballot.ranking);
    for (const layer of sums.layers) addPairs(reader, layer.sums, layer.parts[at] ?? 0);
  });
  const preferred = options.map((_, row) =>
    options.map((__, column) => sums.read(row * width + column)),
  );
  const beats = beatenBy(preferred);
  return {
    preferred,
    condorcetWinner: options.find((_, one) => beatsAll(beats, one)) ?? null,
    smithSet: smithSet(beats).map((place) => options[place] ?? ""),
  };
}

/** `beats[i][j]`: more weight prefers i to j than j to i. */
function beatenBy(preferred: readonly (readonly bigint[])[]): boolean[][] {
  return preferred.map((row, one) =>
    row.map((votes, other) => votes > (preferred[other]?.[one] ?? 0n)),
  );
}

function beatsAll(beats: readonly (readonly boolean[])[], one: number): boolean {
  return beats[one]?.every((isBeaten, other) => isBeaten || other === one) ?? false;
}

/**
 * The smallest set whose members each beat everybody outside (Smith, "Aggregation of preferences
 * with variable electorate", Econometrica 41, 1973). Whoever has the best balance of wins and
 * losses is in it; so is everybody whom some member does not beat.
 */
function smithSet(beats: readonly (readonly boolean[])[]): number[] {
  const places = beats.map((_, place) => place);
  const balance = places.map((one) =>
    places.reduce(
      (sum, other) => sum + Number(beats[one]?.[other] ?? 0) - Number(beats[other]?.[one] ?? 0),
      0,
    ),
  );
  const best = balance.reduce((most, value) => Math.max(most, value));
  const members = new Set(places.filter((place) => balance[place] === best));
  // A set grows while one walks through it, so newcomers are asked too.
  for (const member of members) {
    for (const other of places) if (!beats[member]?.[other]) members.add(other);
  }
  return places.filter((place) => members.has(place));
}
