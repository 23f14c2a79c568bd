import type { Ratings } from "./ratings.ts";
import { Surprise } from "./surprise.ts";

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

/**
 * Finds raters who rate the same items within minutes in nearly the same way, and counts them as one, as Community Notes do
 * with coordinated raters (post-selection similarity). They judge being together by pointwise mutual information, which
 * tells nothing where there are few items: here what counts is which items it were. That two meet over what everybody
 * rates, as in a meeting, or as far as there was something to rate, is no surprise.
 */
export function oneVoice(ratings: TimedRatings): Voices {
  const leaders = Uint32Array.from({ length: ratings.raters }, (_, rater) => rater);
  const meetings = new Meetings(ratings);
  const surprise = new Surprise(ratings);
  for (let one = 0; one < ratings.raters; one += 1) {
    for (const { other, shared, alike } of meetings.of(one)) {
      if (alike < leastAlike * shared) continue;
      const own = Math.min(meetings.ratingsOf(one), meetings.ratingsOf(other));
      if (surprise.isAboveChance(meetings.itemsOf(one, other), own)) join(leaders, one, other);
    }
  }
  return voicesOf(ratings, leaders);
}

/**
 * The same ratings where it is known who speaks with one voice.
 * @throws RangeError for circles of others than raters
 */
export function asOne(ratings: Ratings, circles: readonly (readonly number[])[]): Ratings {
  if (circles.length === 0) return ratings;
  const leaders = Uint32Array.from({ length: ratings.raters }, (_, rater) => rater);
  for (const circle of circles) {
    for (const rater of circle) {
      if (leaders[rater] === undefined) throw new RangeError(`${rater} is no rater`);
      join(leaders, circle[0] ?? rater, rater);
    }
  }
  return voicesOf(ratings, leaders).ratings;
}

interface Meeting {
  readonly other: number;
  /** how often they met an item together, and how often they rated it alike */
  readonly shared: number;
  readonly alike: number;
}

/** How often two met and how often they rated alike are counted in one number, which is read and written once for both. */
const alikes = 2 ** 26;

/** Who met whom over items, one rater after the other: all pairs at once would be more than fit in memory. */
class Meetings {
  readonly #ofRaters: Grouped;
  readonly #items: ArrayLike<number>;
  /** of each rating, by item and in the order of time: who, how, and the first and the end of those that are near */
  readonly #raters: Uint32Array;
  readonly #values: Float64Array;
  readonly #firsts: Uint32Array;
  readonly #ends: Uint32Array;
  /** where each row is among them */
  readonly #places: Uint32Array;
  readonly #counts: Float64Array;
  /** whom a rater met */
  readonly #others: Uint32Array;

  constructor(ratings: TimedRatings) {
    const count = ratings.value.length;
    this.#items = ratings.item;
    this.#ofRaters = grouped(ratings.rater, ratings.raters);
    const { rows, starts } = inTime(ratings);
    this.#raters = new Uint32Array(count);
    this.#values = new Float64Array(count);
    this.#places = new Uint32Array(count);
    for (let place = 0; place < count; place += 1) {
      const row = rows[place] ?? 0;
      this.#raters[place] = ratings.rater[row] ?? 0;
      this.#values[place] = ratings.value[row] ?? 0;
      this.#places[row] = place;
    }
    const timeOf = (place: number) => ratings.at[rows[place] ?? 0] ?? 0;
    [this.#firsts, this.#ends] = nearOf(starts, timeOf);
    this.#counts = new Float64Array(ratings.raters);
    this.#others = new Uint32Array(ratings.raters);
  }

  ratingsOf(rater: number): number {
    return (this.#ofRaters.starts[rater + 1] ?? 0) - (this.#ofRaters.starts[rater] ?? 0);
  }

  /** Over which items two met. */
  itemsOf(one: number, other: number): number[] {
    const { rows, starts } = this.#ofRaters;
    return [...rows.subarray(starts[one], starts[one + 1])].flatMap((row) => {
      const place = this.#places[row] ?? 0;
      const near = this.#raters.subarray(this.#firsts[place], this.#ends[place]);
      return near.includes(other) ? [this.#items[row] ?? 0] : [];
    });
  }

  /** Who of the raters after this one met it often enough. */
  of(one: number): Meeting[] {
    const { rows, starts } = this.#ofRaters;
    const [start = 0, end = 0] = [starts[one], starts[one + 1]];
    if (end - start < fewestShared) return [];
    let size = 0;
    for (let at = start; at < end; at += 1) size = this.#meet(one, rows[at] ?? 0, size);
    const often: Meeting[] = [];
    for (let at = 0; at < size; at += 1) {
      const other = this.#others[at] ?? 0;
      const count = this.#counts[other] ?? 0;
      this.#counts[other] = 0;
      const alike = Math.floor(count / alikes);
      const shared = count - alike * alikes;
      if (shared >= fewestShared) often.push({ other, shared, alike });
    }
    return often;
  }

  /** Notes who rated the same shortly before or after; gives how many were met by then. */
  #meet(one: number, row: number, before: number): number {
    const [raters, values, counts, others] = [
      this.#raters,
      this.#values,
      this.#counts,
      this.#others,
    ];
    const place = this.#places[row] ?? 0;
    const value = values[place];
    const end = this.#ends[place] ?? 0;
    let size = before;
    for (let near = this.#firsts[place] ?? 0; near < end; near += 1) {
      const other = raters[near] ?? 0;
      if (other <= one) continue;
      const count = counts[other] ?? 0;
      if (count === 0) {
        others[size] = other;
        size += 1;
      }
      counts[other] = count + (values[near] === value ? 1 + alikes : 1);
    }
    return size;
  }
}

/** Rows by item, those of each in the order of time; of the same second, in their own. */
function inTime({ item, items, at }: TimedRatings): Grouped {
  const { rows, starts } = grouped(item, items);
  let earliest = Number.POSITIVE_INFINITY;
  for (let row = 0; row < at.length; row += 1) earliest = Math.min(earliest, at[row] ?? 0);
  const keys = new Float64Array(rows.length);
  const before = rows.slice();
  for (let which = 0; which < items; which += 1) {
    const [start = 0, end = 0] = [starts[which], starts[which + 1]];
    const size = end - start;
    for (let place = 0; place < size; place += 1) {
      const second = Math.floor(((at[before[start + place] ?? 0] ?? 0) - earliest) / 1_000);
      keys[start + place] = second * size + place;
    }
    // Numbers are sorted many times faster than by a function that compares.
    keys.subarray(start, end).sort();
    for (let place = 0; place < size; place += 1) {
      rows[start + place] = before[start + ((keys[start + place] ?? 0) % size)] ?? 0;
    }
  }
  return { rows, starts };
}

/** Of each place, from where on and up to where others of the same item are near it in order and in time. */
function nearOf(
  starts: Uint32Array,
  timeOf: (place: number) => number,
): [firsts: Uint32Array, ends: Uint32Array] {
  const count = starts.at(-1) ?? 0;
  const [firsts, ends] = [new Uint32Array(count), new Uint32Array(count)];
  for (let item = 0; item + 1 < starts.length; item += 1) {
    const [start = 0, end = 0] = [starts[item], starts[item + 1]];
    let [first, last] = [start, start];
    for (let place = start; place < end; place += 1) {
      const time = timeOf(place);
      while (place - first > neighbours || time - timeOf(first) > together) first += 1;
      last = Math.max(last, place + 1);
      while (last < end && last - place <= neighbours && timeOf(last) - time <= together) last += 1;
      firsts[place] = first;
      ends[place] = last;
    }
  }
  return [firsts, ends];
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

function voicesOf(ratings: Ratings, leaders: Uint32Array): Voices {
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
