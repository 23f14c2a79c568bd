import type { Weights } from "./exact-sums.ts";
import type { Rankings } from "./rankings.ts";

/** Who is still in, by place in the list of options, and what each of them has. */
export interface Standing {
  readonly continuing: readonly number[];
  /** by place */
  readonly votes: readonly bigint[];
  /** by place; the votes of the first round */
  readonly firstChoices: readonly bigint[];
}

/** What the votes of a round lead to. */
export type Verdict =
  /** more than half of the votes that still count */
  | { readonly kind: "won"; readonly winner: number }
  /** the last two have the same, or nobody has anything */
  | { readonly kind: "level"; readonly between: readonly number[] }
  | { readonly kind: "out"; readonly out: readonly number[]; readonly tie: ForLast | null }
  /** several are last, by first choices too */
  | { readonly kind: "open"; readonly between: readonly number[] };

interface ForLast {
  readonly between: readonly number[];
  readonly rule: "together" | "first-choices";
}

function lowest(places: readonly number[], votes: readonly bigint[]): number[] {
  const amounts = places.map((place) => votes[place] ?? 0n);
  const least = amounts.reduce((low, amount) => (amount < low ? amount : low));
  return places.filter((_, at) => amounts[at] === least);
}

/**
 * Judges one round. Of several who are last, all go at once if even together they have less than
 * the next (then they go before that one in whatever order); otherwise the one with the fewest first
 * choices goes. First choices alone decide, not other earlier rounds: those would depend on the way
 * by which the count got here.
 */
export function judge({ continuing, votes, firstChoices }: Standing): Verdict {
  const votesOf = (place: number) => votes[place] ?? 0n;
  const total = continuing.reduce((sum, place) => sum + votesOf(place), 0n);
  const winner =
    continuing.length === 1
      ? continuing[0]
      : continuing.find((place) => votesOf(place) * 2n > total);
  if (winner !== undefined) return { kind: "won", winner };
  if (total === 0n || continuing.length === 2) return { kind: "level", between: continuing };

  const last = lowest(continuing, votes);
  if (last.length === 1) return { kind: "out", out: last, tie: null };
  const sum = last.reduce((all, place) => all + votesOf(place), 0n);
  const above = continuing.filter((place) => !last.includes(place));
  if (above.length > 0 && above.every((place) => votesOf(place) > sum)) {
    return { kind: "out", out: last, tie: { between: last, rule: "together" } };
  }
  const fewest = lowest(last, firstChoices);
  if (fewest.length > 1) return { kind: "open", between: fewest };
  return { kind: "out", out: fewest, tie: { between: last, rule: "first-choices" } };
}

/** Who may win, depending on draws that are still to come. */
export interface Prospects {
  readonly winners: readonly number[];
  readonly isExact: boolean;
}

/** Ballots that are equal as far as those still in go, put together. */
interface Profile {
  readonly orders: readonly (readonly number[])[];
  readonly weights: readonly bigint[];
}

function profileOf({ rankings, weights, continuing }: Question): Profile {
  const isIn = new Set(continuing);
  const groups = new Map<string, { order: readonly number[]; number: number }>();
  const groupOf = new Uint32Array(rankings.ballots);
  for (let at = 0; at < rankings.ballots; at += 1) {
    const order = orderOn(rankings, at).filter((place) => isIn.has(place));
    const key = order.join(" ");
    const group = groups.get(key) ?? { order, number: groups.size };
    groups.set(key, group);
    groupOf[at] = group.number;
  }
  const sums = weights.sums(groups.size);
  groupOf.forEach((number, at) => sums.add(number, at));
  return {
    orders: Array.from(groups.values(), ({ order }) => order),
    weights: Array.from(groups.values(), ({ number }) => sums.read(number)),
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
  const met = new Map([[continuing.join(" "), continuing]]);
  const stepsEach = profile.orders.length + continuing.length;
  // A map grows while one walks through it, so the sets that turn up on the way get their turn.
  for (const set of met.values()) {
    if (met.size * stepsEach > searchLimit) return { winners: continuing, isExact: false };
    const verdict = judge({ continuing: set, votes: countAmong(profile, set), firstChoices });
    if (verdict.kind === "won") winners.add(verdict.winner);
    else if (verdict.kind === "level") for (const place of verdict.between) winners.add(place);
    else for (const branch of branches(set, verdict)) met.set(branch.join(" "), branch);
  }
  return { winners: continuing.filter((place) => winners.has(place)), isExact: true };
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
    const first = order.find((place) => isIn.has(place));
    if (first !== undefined) votes[first] = (votes[first] ?? 0n) + (weights[at] ?? 0n);
  });
  return votes;
}
