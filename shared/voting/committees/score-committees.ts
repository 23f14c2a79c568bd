import { compare, fraction, multiply, sum } from "../fraction.ts";
import { starRound, type StarScores } from "../star-count.ts";
import { best, inTurn, type Committee } from "./choices.ts";

/** What a ballot gives each option, by place, and its weight. */
export interface Scored {
  readonly scores: readonly number[];
  readonly weight: bigint;
}

export interface ScoreProfile {
  readonly options: number;
  readonly ballots: readonly Scored[];
  readonly seats: number;
  readonly maxScore: number;
}

const allOf = ({ options }: ScoreProfile) => Array.from({ length: options }, (_, place) => place);

/**
 * Reweighted range voting: the highest sum takes the next seat, and a ballot counts
 * 1 / (1 + what it gave those who have a seat / highest score) from then on (Smith, "Reweighted range
 * voting", 2004, rangevoting.org/RRV.html).
 */
export function reweightedRange(profile: ScoreProfile): Committee[] {
  const { ballots, maxScore } = profile;
  const worth = (place: number, members: Committee) =>
    sum(
      ballots.map(({ scores, weight }) => {
        const given = members.reduce((all, member) => all + (scores[member] ?? 0), 0);
        const share = fraction(BigInt(maxScore), BigInt(maxScore + given));
        return multiply(fraction(weight * BigInt(scores[place] ?? 0)), share);
      }),
    );
  return inTurn(null, Math.min(profile.seats, profile.options), {
    next: (_, members) => {
      const open = allOf(profile).filter((place) => !members.includes(place));
      return best(open, (place) => worth(place, members), compare).map(
        (place) => [place, null] as const,
      );
    },
    key: () => "",
  });
}

/** Who is level at the first seat of Bloc STAR that only a draw could fill; nobody where there is none. */
export function firstBlocStarTie(scores: StarScores, profile: ScoreProfile): number[] {
  let open = allOf(profile);
  for (let seat = 0; seat < Math.min(profile.seats, profile.options); seat += 1) {
    const { winners, tiedForFinal, tiedInFinal } = starRound(scores, open);
    const tied = [...tiedForFinal, ...tiedInFinal];
    if (tied.length > 0) return tied;
    open = open.filter((place) => !winners.includes(place));
  }
  return [];
}

/** STAR again and again, each time among those who have no seat yet (Equal Vote Coalition, Bloc STAR). */
export function blocStar(scores: StarScores, profile: ScoreProfile): Committee[] {
  return inTurn(null, Math.min(profile.seats, profile.options), {
    next: (_, members) => {
      const open = allOf(profile).filter((place) => !members.includes(place));
      return starRound(scores, open).winners.map((place) => [place, null] as const);
    },
    key: () => "",
  });
}
