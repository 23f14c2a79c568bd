import { naturalLogarithm } from "../../power/logarithm.ts";
import type { Ratings } from "./ratings.ts";

/** Ratings with the time of each, in milliseconds. */
export interface TimedRatings extends Ratings {
  readonly at: ArrayLike<number>;
}

export interface Voices {
  /** the same ratings, with each group of correlated raters as one, who rates by their mean */
  readonly ratings: Ratings;
  /** the voice of each rater */
  readonly voiceOf: Uint32Array;
  /** who speaks with one voice, the largest group first */
  readonly correlated: readonly (readonly number[])[];
}

/** Raters of one item within so long met it together. */
const together = 20 * 60_000;
/** So many before and after are looked at: where more rate at once, being together says nothing. */
const neighbours = 20;
/** From so many items on, met together and rated alike this often, more often than chance would have it. */
const fewestShared = 10;
const leastAlike = 0.95;
const leastInformation = 0.55;

/**
 * Finds raters who rate the same items within minutes in nearly the same way, and counts them as one. Being together
 * is judged against chance by normalised pointwise mutual information (Bouma, GSCL 2009), as Community Notes do
 * against coordinated raters (post-selection similarity): people who all rate everything, as in a meeting, are not
 * taken for one.
 */
export function oneVoice(ratings: TimedRatings): Voices {
  const leaders = Uint32Array.from({ length: ratings.raters }, (_, rater) => rater);
  const meetings = new Meetings(ratings);
  for (let one = 0; one < ratings.raters; one += 1) {
    for (const { other, shared, alike } of meetings.of(one)) {
      if (other < one || shared < fewestShared || alike < leastAlike * shared) continue;
      const own = [meetings.ratingsOf(one), meetings.ratingsOf(other)] as const;
      if (informationOf(shared, own, ratings.items) < leastInformation) continue;
      join(leaders, one, other);
    }
  }
  return voicesOf(ratings, leaders);
}

/** Above what chance would bring together, from 0 to 1. */
function informationOf(
  shared: number,
  [one, other]: readonly [number, number],
  items: number,
): number {
  if (shared >= items) return 0;
  const information = naturalLogarithm((shared * items) / (one * other));
  return information / naturalLogarithm(items / shared);
}

interface Meeting {
  readonly other: number;
  /** how often they met an item together, and how often they rated it alike */
  readonly shared: number;
  readonly alike: number;
}

/** Who met whom over items, one rater after the other: all pairs at once would be more than fit in memory. */
class Meetings {
  readonly #ratings: TimedRatings;
  /** rows by rater, and rows by item in the order of time; where those of each begin */
  readonly #ofRaters: Grouped;
  readonly #ofItems: Grouped;
  /** where each row is among those of its item */
  readonly #places: Uint32Array;
  readonly #shared: Uint32Array;
  readonly #alike: Uint32Array;

  constructor(ratings: TimedRatings) {
    this.#ratings = ratings;
    this.#ofRaters = grouped(ratings.rater, ratings.raters);
    this.#ofItems = grouped(ratings.item, ratings.items);
    const { rows, starts } = this.#ofItems;
    const timeOf = (row: number) => ratings.at[row] ?? 0;
    for (let item = 0; item < ratings.items; item += 1) {
      const some = rows.subarray(starts[item], starts[item + 1]);
      some.sort((a, b) => timeOf(a) - timeOf(b) || a - b);
    }
    this.#places = new Uint32Array(rows.length);
    for (let place = 0; place < rows.length; place += 1) this.#places[rows[place] ?? 0] = place;
    this.#shared = new Uint32Array(ratings.raters);
    this.#alike = new Uint32Array(ratings.raters);
  }

  ratingsOf(rater: number): number {
    return (this.#ofRaters.starts[rater + 1] ?? 0) - (this.#ofRaters.starts[rater] ?? 0);
  }

  of(rater: number): Meeting[] {
    const { rows, starts } = this.#ofRaters;
    const met: number[] = [];
    for (const row of rows.subarray(starts[rater], starts[rater + 1])) this.#meet(row, met);
    return met.map((other) => {
      const [shared = 0, alike = 0] = [this.#shared[other], this.#alike[other]];
      this.#shared[other] = 0;
      this.#alike[other] = 0;
      return { other, shared, alike };
    });
  }

  /** Notes who rated the same shortly before or after. */
  #meet(row: number, met: number[]): void {
    const { rater, item, value, at } = this.#ratings;
    const { rows, starts } = this.#ofItems;
    const [place = 0, which = 0] = [this.#places[row], item[row]];
    const first = Math.max(starts[which] ?? 0, place - neighbours);
    const end = Math.min(starts[which + 1] ?? 0, place + 1 + neighbours);
    for (let near = first; near < end; near += 1) {
      const next = rows[near] ?? 0;
      if (near === place || Math.abs((at[next] ?? 0) - (at[row] ?? 0)) > together) continue;
      this.#note(rater[next] ?? 0, value[next] === value[row], met);
    }
  }

  #note(other: number, isAlike: boolean, met: number[]): void {
    if (this.#shared[other] === 0) met.push(other);
    this.#shared[other] = (this.#shared[other] ?? 0) + 1;
    if (isAlike) this.#alike[other] = (this.#alike[other] ?? 0) + 1;
  }
}

interface Grouped {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

/** Rows by their kind, in their order; and where those of each kind begin. */
function grouped(kinds: ArrayLike<number>, count: number): Grouped {
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < kinds.length; row += 1) {
    const next = (kinds[row] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let kind = 0; kind < count; kind += 1) {
    starts[kind + 1] = (starts[kind + 1] ?? 0) + (starts[kind] ?? 0);
  }
  const free = starts.slice();
  const rows = new Uint32Array(kinds.length);
  for (let row = 0; row < kinds.length; row += 1) {
    const kind = kinds[row] ?? 0;
    const place = free[kind] ?? 0;
    rows[place] = row;
    free[kind] = place + 1;
  }
  return { rows, starts };
}

function leaderOf(leaders: Uint32Array, rater: number): number {
  let at = rater;
  while (leaders[at] !== at) at = leaders[at] ?? at;
  return at;
}

function join(leaders: Uint32Array, one: number, other: number): void {
  const [a, b] = [leaderOf(leaders, one), leaderOf(leaders, other)];
  leaders[Math.max(a, b)] = Math.min(a, b);
}

function voicesOf(ratings: TimedRatings, leaders: Uint32Array): Voices {
  const members = new Map<number, number[]>();
  for (let rater = 0; rater < ratings.raters; rater += 1) {
    const leader = leaderOf(leaders, rater);
    const some = members.get(leader);
    if (some) some.push(rater);
    else members.set(leader, [rater]);
  }
  const voices = [...members.values()];
  const voiceOf = new Uint32Array(ratings.raters);
  for (const [voice, some] of voices.entries()) for (const rater of some) voiceOf[rater] = voice;
  const correlated = voices
    .filter(({ length }) => length > 1)
    .toSorted((a, b) => b.length - a.length);
  if (correlated.length === 0) return { ratings, voiceOf, correlated };
  return { ratings: merged(ratings, voiceOf, voices), voiceOf, correlated };
}

/** One rating by voice and item: the mean of what its raters said. */
function merged(
  { items, rater, item, value }: Ratings,
  voiceOf: Uint32Array,
  voices: readonly (readonly number[])[],
): Ratings {
  const places = new Map<number, number>();
  const keys = new Float64Array(rater.length);
  const [sums, counts] = [new Float64Array(rater.length), new Uint32Array(rater.length)];
  let size = 0;
  for (let row = 0; row < rater.length; row += 1) {
    const voice = voiceOf[rater[row] ?? 0] ?? 0;
    const key = voice * items + (item[row] ?? 0);
    const isAlone = voices[voice]?.length === 1;
    const place = (isAlone ? undefined : places.get(key)) ?? size;
    if (!isAlone) places.set(key, place);
    keys[place] = key;
    sums[place] = (sums[place] ?? 0) + (value[row] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
    size = Math.max(size, place + 1);
  }
  const all = keys.subarray(0, size);
  return {
    raters: voices.length,
    items,
    rater: Uint32Array.from(all, (key) => Math.floor(key / items)),
    item: Uint32Array.from(all, (key) => key % items),
    value: Float64Array.from(all, (_, place) => (sums[place] ?? 0) / (counts[place] ?? 0)),
  };
}
