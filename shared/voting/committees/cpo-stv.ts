import { add, compare, divide, fraction, multiply, subtract, sum } from "../fraction.ts";
import { onOneDenominator, type Fraction, zero } from "../fraction.ts";
import { beatsByPath, rankByBeats, strongestPaths } from "../schulze-paths.ts";
import { choose, highest, refuseTooMany, ways, type Committee } from "./choices.ts";

/** A ballot's options in order, by place, up to the first tie on it. */
export interface Ordered {
  readonly order: readonly number[];
  readonly weight: bigint;
}

export interface CpoProfile {
  readonly options: number;
  readonly ballots: readonly Ordered[];
  readonly seats: number;
  readonly quota: (votes: Fraction, seats: bigint) => Fraction;
}

/** Where the ballots lie when only these are in. */
function votesAmong({ options, ballots }: CpoProfile, isIn: (place: number) => boolean) {
  const votes: Fraction[] = Array.from({ length: options }, () => zero);
  for (const { order, weight } of ballots) {
    const first = order.find(isIn);
    if (first !== undefined) votes[first] = add(votes[first] ?? zero, fraction(weight));
  }
  return votes;
}

/**
 * The votes of all who are in one of two committees: the others are out, and the surplus of those who
 * are in both goes on to those who are in one.
 */
function votesBetween(
  profile: CpoProfile,
  quota: Fraction,
  [one, other]: readonly [Committee, Committee],
) {
  const isIn = (place: number) => one.includes(place) || other.includes(place);
  const votes = votesAmong(profile, isIn);
  const hasSurplus = (place: number) =>
    one.includes(place) && other.includes(place) && compare(votes[place] ?? zero, quota) >= 0;
  const after = votes.map((amount, place) => (hasSurplus(place) ? quota : amount));
  for (const { order, weight } of profile.ballots) {
    const first = order.find(isIn);
    if (first === undefined || !hasSurplus(first)) continue;
    const next = order.find((place) => isIn(place) && !hasSurplus(place));
    if (next === undefined) continue;
    const held = votes[first] ?? zero;
    const portion = divide(subtract(held, quota), held);
    after[next] = add(after[next] ?? zero, multiply(fraction(weight), portion));
  }
  return after;
}

/**
 * Comparison of pairs of outcomes by the single transferable vote: committees are compared two by two
 * by the votes that their members have once surpluses of common members have gone on, and the best of
 * them is found by Schulze's method on margins (Tideman, "The single transferable vote", Journal of
 * Economic Perspectives 9, 1995). Whoever has the quota of first places is in all of them.
 */
export function cpoStv(profile: CpoProfile): Committee[] {
  const { options, seats } = profile;
  const places = Array.from({ length: options }, (_, place) => place);
  if (seats >= options) return [places];
  const firsts = votesAmong(profile, () => true);
  const total = sum(firsts);
  const quota = profile.quota(total, BigInt(seats));
  const sure = places.filter((place) => compare(firsts[place] ?? zero, quota) >= 0);
  const open = places.filter((place) => !sure.includes(place));
  if (sure.length >= seats) return highest(firsts, seats, compare);
  refuseTooMany(ways(open.length, seats - sure.length) ** 2);
  const committees = [...choose(open, seats - sure.length)].map((some) =>
    [...sure, ...some].toSorted((a, b) => a - b),
  );
  const strengths = committees.map((one) =>
    committees.map((other) => {
      if (one === other) return zero;
      const votes = votesBetween(profile, quota, [one, other]);
      return sum(one.map((place) => votes[place] ?? zero));
    }),
  );
  const { amounts } = onOneDenominator(strengths.flat());
  const preferred = committees.map((_, at) =>
    amounts.slice(at * committees.length, (at + 1) * committees.length),
  );
  const beats = beatsByPath(strongestPaths(preferred, "margin"));
  const names = committees.map((_, at) => String(at));
  return (rankByBeats(names, beats)[0] ?? []).map((name) => committees[Number(name)] ?? []);
}
