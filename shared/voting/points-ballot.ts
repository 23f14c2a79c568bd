import { z } from "zod";
import { maxOptions, OptionKey, type BallotFault, type BallotList } from "./method.ts";
import { checkMentions, pointerTo, type OptionIndex, placeOf } from "./option-index.ts";

/** A number for each option that the ballot names; what it leaves out is 0. */
export type Points = Readonly<Record<string, number>>;

/** The schema of such a list, with the range that no decision can leave. */
export function pointsRecord(least: number, most: number) {
  return z
    .record(OptionKey, z.int().min(least).max(most))
    .refine((points) => Object.keys(points).length <= maxOptions, {
      error: `at most ${maxOptions} options`,
    });
}

interface PointsRule {
  readonly options: readonly string[];
  /** where in the ballot they are */
  readonly field: string;
  readonly most: number;
}

/** Finds options that are unknown, and points above what the decision allows. */
export function checkPoints(points: Points, { options, field, most }: PointsRule): BallotFault[] {
  const given = Object.entries(points).map(([option, value]) => ({
    option,
    value,
    pointer: pointerTo(field, option),
  }));
  const tooHigh = given
    .filter(({ value }) => value > most)
    .map(({ value, pointer }): BallotFault => {
      return { pointer, code: "score-too-high", values: { score: value, maxScore: most } };
    });
  return [...checkMentions(given, options), ...tooHigh];
}

/** A ballot may spend no more than its credits. */
export function checkCredits(field: string, spent: number, credits: number): BallotFault[] {
  if (spent <= credits) return [];
  return [{ pointer: pointerTo(field), code: "credits-exceeded", values: { spent, credits } }];
}

export const sumOf = (points: Points) => Object.values(points).reduce((all, one) => all + one, 0);

/** Ballots, and where in each its points are. */
interface Pointed<B> {
  readonly ballots: BallotList<B>;
  readonly pointsOf: (ballot: B) => Points;
}

/** Tells every number that the ballots give, by place of the option and of the ballot. */
export function eachPoints<B>(
  index: OptionIndex,
  { ballots, pointsOf }: Pointed<B>,
  tell: (place: number, points: number, at: number) => void,
): void {
  ballots.forEach(({ ballot }, at) => {
    const points = pointsOf(ballot);
    for (const option of Object.keys(points)) {
      tell(placeOf(index, option), points[option] ?? 0, at);
    }
  });
}

/** The weight of the ballots that give nobody anything. */
export function blankPoints<B>({ ballots, pointsOf }: Pointed<B>): bigint {
  let blank = 0n;
  for (const { ballot, weight } of ballots) {
    if (Object.values(pointsOf(ballot)).every((points) => points === 0)) blank += weight;
  }
  return blank;
}
