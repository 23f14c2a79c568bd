import { type Ballot, methodBy, type MethodId, type Settings } from "./index.ts";

/** The options that a ballot names or puts first; null where it gives each a number. */
function namedBy(ballot: Ballot): readonly string[] | null {
  if ("choice" in ballot) return [ballot.choice];
  if ("approved" in ballot) return ballot.approved;
  if ("answer" in ballot) return [ballot.answer];
  if ("stance" in ballot) return [ballot.stance];
  return "ranking" in ballot ? (ballot.ranking[0] ?? []) : null;
}

/** What a ballot gives each option, and the most that it could. Where there is no scale, anything above nothing counts. */
function givenBy(ballot: Ballot, settings: Settings) {
  if ("scores" in ballot) {
    return { given: ballot.scores, most: "maxScore" in settings ? settings.maxScore : 0 };
  }
  if ("grades" in ballot) {
    return { given: ballot.grades, most: "grades" in settings ? settings.grades - 1 : 0 };
  }
  if ("points" in ballot) return { given: ballot.points, most: 0 };
  if ("votes" in ballot) return { given: ballot.votes, most: 0 };
  return { given: "availability" in ballot ? ballot.availability : {}, most: 0 };
}

/**
 * The options that a ballot backs: those that it names, puts first, or gives points, votes or time to; of scores and grades,
 * those in the upper half of the scale. Simpler than any count, so that the same is asked in every group.
 */
export function backedBy(ballot: Ballot, settings: Settings): readonly string[] {
  const named = namedBy(ballot);
  if (named) return named;
  const { given, most } = givenBy(ballot, settings);
  return Object.entries(given).flatMap(([option, points]) => (2 * points > most ? [option] : []));
}

/** Whether a ballot takes sides: whoever abstains does not. */
export const takesSide = (ballot: Ballot): boolean =>
  !(ballot.method === "yes-no" && ballot.answer === "abstain") &&
  !(ballot.method === "consent" && ballot.stance === "abstain");

const single = new Set(["choice", "answer", "stance", "ranking"]);

/** Whether ballots of a method back one option each, so that who backs one does not back another. */
export const backsOne = (method: MethodId): boolean => single.has(methodBy(method).ballotKind);
