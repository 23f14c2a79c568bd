import { add, compare, divide, fraction, multiply, sum, type Fraction, zero } from "../fraction.ts";
import { best, choose, highest, inTurn, refuseTooMany, ways, type Committee } from "./choices.ts";

/** Who is approved of, by place, and by how much weight. */
export interface Approval {
  readonly approved: readonly number[];
  readonly weight: bigint;
}

export interface Profile {
  readonly options: number;
  readonly ballots: readonly Approval[];
  readonly seats: number;
}

const allOf = ({ options }: Profile) => Array.from({ length: options }, (_, place) => place);

/**
 * Each ballot's vote is shared equally by those whom it approves of; most votes win (Brams and Kilgour,
 * "Satisfaction approval voting", 2014).
 */
export function satisfactionApproval(profile: Profile): Committee[] {
  const scores: Fraction[] = allOf(profile).map(() => zero);
  for (const { approved, weight } of profile.ballots) {
    for (const place of approved) {
      scores[place] = add(scores[place] ?? zero, fraction(weight, BigInt(approved.length)));
    }
  }
  return highest(scores, profile.seats, compare);
}

/** 1 + 1/2 + ... + 1/n */
function harmonic(count: number): Fraction {
  return sum(Array.from({ length: count }, (_, at) => fraction(1n, BigInt(at + 1))));
}

const inBoth = (one: readonly number[], other: readonly number[]) =>
  one.filter((place) => other.includes(place)).length;

/**
 * Proportional approval voting: the committee wins with which voters are most satisfied together, the
 * n-th member whom one approves of being worth 1/n (Thiele, "Om flerfoldsvalg", 1895; Kilgour,
 * "Approval balloting for multi-winner elections", 2010).
 */
export function proportionalApproval(profile: Profile): Committee[] {
  refuseTooMany(ways(profile.options, profile.seats));
  const worth = Array.from({ length: profile.seats + 1 }, (_, count) => harmonic(count));
  const committees = [...choose(allOf(profile), profile.seats)];
  const satisfaction = committees.map((members) =>
    sum(
      profile.ballots.map(({ approved, weight }) =>
        multiply(fraction(weight), worth[inBoth(approved, members)] ?? zero),
      ),
    ),
  );
  const most = satisfaction.reduce((max, one) => (compare(one, max) > 0 ? one : max), zero);
  return committees.filter((_, at) => compare(satisfaction[at] ?? zero, most) === 0);
}

/** The same, one member after another: whoever adds most is next (Thiele, 1895). */
export function sequentialProportionalApproval(profile: Profile): Committee[] {
  const gain = (place: number, members: Committee) =>
    sum(
      profile.ballots
        .filter(({ approved }) => approved.includes(place))
        .map(({ approved, weight }) => fraction(weight, BigInt(inBoth(approved, members) + 1))),
    );
  return inTurn(null, Math.min(profile.seats, profile.options), {
    next: (_, members) => {
      const open = allOf(profile).filter((place) => !members.includes(place));
      return best(open, (place) => gain(place, members), compare).map(
        (place) => [place, null] as const,
      );
    },
    key: () => "",
  });
}

/**
 * Phragmén's sequential rule: each member is a load of 1, which those share who approve of it; whoever
 * leaves the most burdened of them with least is next (Phragmén, 1894; Janson, "Phragmén's and Thiele's
 * election methods", 2016; Brill, Freeman, Janson and Lackner, 2017).
 */
export function sequentialPhragmen(profile: Profile): Committee[] {
  const { ballots } = profile;
  const start: readonly Fraction[] = ballots.map(() => zero);
  const loadWith = (place: number, loads: readonly Fraction[]): Fraction | null => {
    const supporters = [...ballots.keys()].filter((at) => ballots[at]?.approved.includes(place));
    const weight = supporters.reduce((all, at) => all + (ballots[at]?.weight ?? 0n), 0n);
    if (weight === 0n) return null;
    const carried = sum(
      supporters.map((at) => multiply(fraction(ballots[at]?.weight ?? 0n), loads[at] ?? zero)),
    );
    return divide(add(fraction(1n), carried), fraction(weight));
  };
  return inTurn(start, Math.min(profile.seats, profile.options), {
    next: (loads, members) => {
      const open = allOf(profile).filter((place) => !members.includes(place));
      const supported = open.filter((place) => loadWith(place, loads) !== null);
      // Of those whom nobody supports, anybody may follow.
      if (supported.length === 0) return open.map((place) => [place, loads] as const);
      const load = (place: number) => loadWith(place, loads) ?? zero;
      return best(supported, load, (one, other) => compare(other, one)).map((place) => {
        const changed = loads.map((before, at) =>
          ballots[at]?.approved.includes(place) ? load(place) : before,
        );
        return [place, changed] as const;
      });
    },
    key: (loads) => loads.map(({ num, den }) => `${num}/${den}`).join(),
  });
}
