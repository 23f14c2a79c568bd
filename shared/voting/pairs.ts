import type { Weights } from "./exact-sums.ts";
import type { Unranked } from "./ranked-ballot.ts";
import type { Rankings } from "./rankings.ts";
import type { Pairs } from "./tally.ts";

interface PairsInput {
  readonly options: readonly string[];
  /** all ballots, in one or more parts */
  readonly rankings: Iterable<Rankings>;
  readonly weights: Weights;
  readonly unranked: Unranked;
}

/** Where the sums of pairs are kept, and one limb of each ballot's weight. */
interface Layer {
  readonly sums: Float64Array;
  readonly parts: Float64Array;
}

/** Adds to each pair the weight of the ballots that rank the one above the other. */
function addRanked(rankings: Rankings, { sums, parts }: Layer): void {
  const { options, ballots, first, starts, order, below } = rankings;
  for (let at = 0; at < ballots; at += 1) {
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? 0;
    const weight = parts[first + at] ?? 0;
    for (let upper = start; upper < end; upper += 1) {
      const row = (order[upper] ?? 0) * options;
      for (let lower = start + (below[upper] ?? 0); lower < end; lower += 1) {
        const cell = row + (order[lower] ?? 0);
        sums[cell] = (sums[cell] ?? 0) + weight;
      }
    }
  }
}

/** Adds to each pair the weight of the ballots that rank the one and leave out the other. */
function addUnranked(rankings: Rankings, { sums, parts }: Layer): void {
  const { options, ballots, first, starts, order } = rankings;
  const all = Array.from({ length: options }, (_, place) => place);
  for (let at = 0; at < ballots; at += 1) {
    const ranked = order.subarray(starts[at], starts[at + 1]);
    if (ranked.length === options || ranked.length === 0) continue;
    const weight = parts[first + at] ?? 0;
    for (const other of all.filter((place) => !ranked.includes(place))) {
      for (const upper of ranked) {
        const cell = upper * options + other;
        sums[cell] = (sums[cell] ?? 0) + weight;
      }
    }
  }
}

/** Compares each option with each other one, by the weight of the ballots that prefer it. */
export function comparePairs({ options, rankings, weights, unranked }: PairsInput): Pairs {
  const width = options.length;
  const sums = weights.sums(width * width);
  for (const part of rankings) {
    for (const layer of sums.layers) {
      addRanked(part, layer);
      if (unranked === "last") addUnranked(part, layer);
    }
  }
  const preferred = options.map((_, row) =>
    options.map((__, column) => sums.read(row * width + column)),
  );
  const beats = beatsOf(preferred);
  return {
    preferred,
    condorcetWinner: options.find((_, one) => beatsAll(beats, one)) ?? null,
    smithSet: smithSet(beats).map((place) => options[place] ?? ""),
  };
}

/** `beats[i][j]`: more weight prefers i to j than j to i. */
export function beatsOf(preferred: readonly (readonly bigint[])[]): boolean[][] {
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
