import type { Weights } from "./exact-sums.ts";
import { judge, type Verdict } from "./irv-elimination.ts";
import type { Rankings } from "./rankings.ts";

/** Who may win, depending on draws that are still to come. */
export interface Prospects {
  readonly winners: readonly number[];
  /** false where too many were taken for possible winners */
  readonly isExact: boolean;
  /** the smallest share of the votes with which anybody would win; null where all ends level */
  readonly leastShare: VoteShare | null;
}

export interface VoteShare {
  readonly votes: bigint;
  readonly of: bigint;
}

/** Ballots that are equal as far as those still in go, put together. */
interface Profile {
  /** places as the characters of a text: a list of them would take ten times as much */
  readonly orders: readonly string[];
  readonly weights: readonly bigint[];
}

function profileOf({ rankings, weights, continuing }: Question): Profile {
  const isIn = new Set(continuing);
  const groups = new Map<string, number>();
  const groupOf = new Uint32Array(rankings.ballots);
  for (let at = 0; at < rankings.ballots; at += 1) {
    const order = orderOn(rankings, at).filter((place) => isIn.has(place));
    const key = String.fromCharCode(...order);
    const number = groups.get(key) ?? groups.size;
    groups.set(key, number);
    groupOf[at] = number;
  }
  const sums = weights.sums(groups.size);
  groupOf.forEach((number, at) => sums.add(number, at));
  return {
    orders: [...groups.keys()],
    weights: Array.from(groups.values(), (number) => sums.read(number)),
  };
}

/** What a ballot says before the first tie on it. */
function orderOn({ starts, order, below }: Rankings, at: number): number[] {
  const start = starts[at] ?? 0;
  const ranked = Array.from(order.subarray(start, starts[at + 1]));
  const tie = ranked.findIndex((_, rank) => below[start + rank] !== rank + 1);
  return tie < 0 ? ranked : ranked.slice(0, tie);
}

interface Question {
  readonly rankings: Rankings;
  readonly weights: Weights;
  readonly continuing: readonly number[];
  readonly firstChoices: readonly bigint[];
}

/** Steps after which the search for possible winners gives up; counted, not timed, so that it is the same everywhere. */
const searchLimit = 2_000_000;

/**
 * Tries every way in which the draws may fall. What a round finds depends only on who is still in,
 * so each set of them is looked at once. Where there are too many, all who are in count as possible.
 */
export function possibleWinners(question: Question): Prospects {
  const { continuing, firstChoices } = question;
  const profile = profileOf(question);
  const winners = new Set<number>();
  let leastShare: VoteShare | null = null;
  const met = new Map([[continuing.join(" "), continuing]]);
  const stepsEach = profile.orders.length + continuing.length;
  // A map grows while one walks through it, so the sets that turn up on the way get their turn.
  for (const set of met.values()) {
    if (met.size * stepsEach > searchLimit) {
      return { winners: continuing, isExact: false, leastShare: null };
    }
    const votes = countAmong(profile, set);
    const verdict = judge({ continuing: set, votes, firstChoices });
    if (verdict.kind === "won") {
      winners.add(verdict.winner);
      const of = votes.reduce((sum, amount) => sum + amount, 0n);
      leastShare = lesser(leastShare, { votes: votes[verdict.winner] ?? 0n, of });
    } else if (verdict.kind === "level") for (const place of verdict.between) winners.add(place);
    else for (const branch of branches(set, verdict)) met.set(branch.join(" "), branch);
  }
  return { winners: continuing.filter((place) => winners.has(place)), isExact: true, leastShare };
}

function lesser(one: VoteShare | null, other: VoteShare): VoteShare {
  return one && one.votes * other.of <= other.votes * one.of ? one : other;
}

function branches(
  set: readonly number[],
  verdict: Extract<Verdict, { kind: "out" | "open" }>,
): number[][] {
  const ways = verdict.kind === "out" ? [verdict.out] : verdict.between.map((place) => [place]);
  return ways.map((out) => set.filter((place) => !out.includes(place)));
}

function countAmong({ orders, weights }: Profile, set: readonly number[]): bigint[] {
  const isIn = new Set(set);
  const votes: bigint[] = [];
  for (const place of set) votes[place] = 0n;
  orders.forEach((order, at) => {
    const first = firstOf(order, isIn);
    if (first !== undefined) votes[first] = (votes[first] ?? 0n) + (weights[at] ?? 0n);
  });
  return votes;
}

function firstOf(order: string, isIn: ReadonlySet<number>): number | undefined {
  for (let rank = 0; rank < order.length; rank += 1) {
    const place = order.charCodeAt(rank);
    if (isIn.has(place)) return place;
  }
  return undefined;
}
