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
  const counts = new Uint32Array(ratings.raters);
  for (let row = 0; row < ratings.rater.length; row += 1) {
    const rater = ratings.rater[row] ?? 0;
    counts[rater] = (counts[rater] ?? 0) + 1;
  }
  for (const [key, { shared, alike }] of pairsTogether(ratings)) {
    const [one, other] = [Math.floor(key / ratings.raters), key % ratings.raters];
    const own = [counts[one] ?? 0, counts[other] ?? 0] as const;
    if (shared < fewestShared || alike < leastAlike * shared) continue;
    if (informationOf(shared, own, ratings.items) < leastInformation) continue;
    join(leaders, one, other);
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

interface Pair {
  readonly shared: number;
  readonly alike: number;
}

/** How often two raters met an item together, and how often they rated it alike, by the pair as one number. */
function pairsTogether(ratings: TimedRatings): Map<number, Pair> {
  const byItem = Array.from({ length: ratings.items }, (): number[] => []);
  for (let row = 0; row < ratings.item.length; row += 1) {
    byItem[ratings.item[row] ?? -1]?.push(row);
  }
  const timeOf = (row: number) => ratings.at[row] ?? 0;
  const pairs = new Map<number, Pair>();
  for (const rows of byItem) {
    const inTime = rows.toSorted((a, b) => timeOf(a) - timeOf(b) || a - b);
    for (const [place, row] of inTime.entries()) {
      const next = inTime.slice(place + 1, place + 1 + neighbours);
      const near = next.filter((later) => timeOf(later) - timeOf(row) <= together);
      for (const later of near) note(pairs, ratings, [row, later]);
    }
  }
  return pairs;
}

function note(
  pairs: Map<number, Pair>,
  { raters, rater, value }: Ratings,
  [one, other]: readonly [number, number],
): void {
  const [a, b] = [rater[one] ?? 0, rater[other] ?? 0];
  const key = Math.min(a, b) * raters + Math.max(a, b);
  const { shared, alike } = pairs.get(key) ?? { shared: 0, alike: 0 };
  pairs.set(key, { shared: shared + 1, alike: alike + Number(value[one] === value[other]) });
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
    members.set(leader, [...(members.get(leader) ?? []), rater]);
  }
  const voices = [...members.values()];
  const voiceOf = new Uint32Array(ratings.raters);
  for (const [voice, some] of voices.entries()) for (const rater of some) voiceOf[rater] = voice;
  const correlated = voices
    .filter(({ length }) => length > 1)
    .toSorted((a, b) => b.length - a.length);
  return { ratings: merged(ratings, voiceOf, voices.length), voiceOf, correlated };
}

/** One rating by voice and item: the mean of what its raters said. */
function merged(
  { items, rater, item, value }: Ratings,
  voiceOf: Uint32Array,
  voices: number,
): Ratings {
  const sums = new Map<number, { readonly sum: number; readonly count: number }>();
  for (let row = 0; row < rater.length; row += 1) {
    const key = (voiceOf[rater[row] ?? 0] ?? 0) * items + (item[row] ?? 0);
    const { sum, count } = sums.get(key) ?? { sum: 0, count: 0 };
    sums.set(key, { sum: sum + (value[row] ?? 0), count: count + 1 });
  }
  const keys = [...sums.keys()];
  return {
    raters: voices,
    items,
    rater: keys.map((key) => Math.floor(key / items)),
    item: keys.map((key) => key % items),
    value: [...sums.values()].map(({ sum, count }) => sum / count),
  };
}
