import { type Ballot, methodBy, type MethodId, type Settings } from "./index.ts";

const upperHalf = (given: Readonly<Record<string, number>>, most: number) =>
  Object.entries(given).flatMap(([option, points]) => (2 * points > most ? [option] : []));

/**
 * The options that a ballot backs: those that it names, puts first, or gives points, votes or time to; of scores and grades,
 * those in the upper half of the scale. Simpler than any count, so that the same is asked in every group.
 */
export function backedBy(ballot: Ballot, settings: Settings): readonly string[] {
  switch (ballot.method) {
    case "plurality":
      return [ballot.choice];
    case "approval":
      return ballot.approved;
    case "yes-no":
      return [ballot.answer];
    case "consent":
      return [ballot.stance];
    case "score":
    case "star":
      return upperHalf(ballot.scores, "maxScore" in settings ? settings.maxScore : 0);
    case "majority-judgment":
      return upperHalf(ballot.grades, settings.method === ballot.method ? settings.grades - 1 : 0);
    case "cumulative":
      return upperHalf(ballot.points, 0);
    case "quadratic":
      return upperHalf(ballot.votes, 0);
    case "time-poll":
      return upperHalf(ballot.availability, 0);
    default:
      return ballot.ranking[0] ?? [];
  }
}

/** Whether a ballot takes sides: whoever abstains does not. */
export const takesSide = (ballot: Ballot): boolean =>
  !(ballot.method === "yes-no" && ballot.answer === "abstain") &&
  !(ballot.method === "consent" && ballot.stance === "abstain");

const single = new Set(["choice", "answer", "stance", "ranking"]);

/** Whether ballots of a method back one option each, so that who backs one does not back another. */
export const backsOne = (method: MethodId): boolean => single.has(methodBy(method).ballotKind);
