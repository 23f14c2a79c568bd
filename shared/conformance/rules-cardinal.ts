import {
  proportionalApproval,
  satisfactionApproval,
  sequentialPhragmen,
  sequentialProportionalApproval,
  type Profile,
} from "../voting/committees/approval-committees.ts";
import type { Committee } from "../voting/committees/choices.ts";
import {
  blocStar,
  firstBlocStarTie,
  reweightedRange,
  type ScoreProfile,
} from "../voting/committees/score-committees.ts";
import { Weights } from "../voting/exact-sums.ts";
import { fraction } from "../voting/fraction.ts";
import { PointSums } from "../voting/point-sums.ts";
import { starScores } from "../voting/star-count.ts";
import type { Computed } from "./computed.ts";
import type { ElectionOf, Expectation } from "./election.ts";
import { NotApplicable } from "./finding.ts";
import { computedFrom, countBy } from "./tally-computed.ts";

type Approval = ElectionOf<"approval">;
type Scored = ElectionOf<"score">;
export type ApprovalRule = (election: Approval, expected: Expectation) => Computed;
export type ScoreRule = (election: Scored, expected: Expectation) => Computed;

function approvalProfile({ candidates, ballots }: Approval, { seats }: Expectation): Profile {
  return {
    options: candidates.length,
    seats: Math.min(seats, candidates.length),
    ballots: ballots.map(({ approve, count }) => ({
      approved: approve.map((name) => candidates.indexOf(name)),
      weight: BigInt(count),
    })),
  };
}

const committeesBy =
  (rule: (profile: Profile) => Committee[]): ApprovalRule =>
  (election, expected) => ({
    sets: rule(approvalProfile(election, expected)).map((places) =>
      places.map((place) => election.candidates[place] ?? ""),
    ),
  });

const mostApprovals: ApprovalRule = ({ candidates, ballots }, { seats }) => {
  const cast = ballots.map(({ approve, count }) => ({ content: { approved: approve }, count }));
  return computedFrom(
    countBy("approval", { options: candidates, settings: {}, ballots: cast }),
    seats,
  );
};

/** Rules for ballots that name any number of options. */
export const approvalRules: Readonly<Record<string, ApprovalRule>> = {
  approval: mostApprovals,
  // Crosses are counted as approvals are; only how many one may make differs.
  "plurality/at-large": mostApprovals,
  "satisfaction-approval": committeesBy(satisfactionApproval),
  pav: committeesBy(proportionalApproval),
  "sequential-pav": committeesBy(sequentialProportionalApproval),
  "sequential-phragmen": committeesBy(sequentialPhragmen),
};

const highest = 100;

function highestOf({ scale, ballots }: Scored, { options }: Expectation): number {
  const given = ballots.flatMap(({ scores }) => Object.values(scores));
  const most = options.maxScore ?? scale?.[1] ?? Math.max(1, ...given);
  const isFit = (score: number) => Number.isInteger(score) && score >= 0 && score <= most;
  if (!given.every(isFit) || !Number.isInteger(most) || most > highest) {
    throw new NotApplicable(`scores are whole numbers from 0 to ${highest} at most`);
  }
  return most;
}

function profileOf(election: Scored, expected: Expectation): ScoreProfile {
  const { candidates, ballots } = election;
  return {
    options: candidates.length,
    seats: Math.min(expected.seats, candidates.length),
    maxScore: highestOf(election, expected),
    ballots: ballots.map(({ scores, count }) => {
      const given = new Map(Object.entries(scores));
      return { scores: candidates.map((name) => given.get(name) ?? 0), weight: BigInt(count) };
    }),
  };
}

function scoresBy(id: "score" | "star", election: Scored, expected: Expectation) {
  const maxScore = highestOf(election, expected);
  const ballots = election.ballots.map(({ scores, count }) => ({ content: { scores }, count }));
  return countBy(id, { options: election.candidates, settings: { maxScore }, ballots });
}

const star: ScoreRule = (election, expected) => {
  const tally = scoresBy("star", election, expected);
  const computed = computedFrom(tally, 1);
  const final = tally.rounds[1]?.votes ?? [];
  const tie = tally.rounds[0]?.tie ?? tally.rounds[1]?.tie;
  return {
    ...computed,
    sets: tally.winners.map((winner) => [winner]),
    runoff: new Map(final.map(({ option, votes }) => [option, fraction(votes)])),
    runnerUp: final.find(({ option }) => !tally.winners.includes(option))?.option,
    ...(tie ? { openTie: tie.between } : {}),
  };
};

const named = (election: Scored, committees: readonly Committee[]): Computed => ({
  sets: committees.map((places) => places.map((place) => election.candidates[place] ?? "")),
});

const byBlocStar: ScoreRule = (election, expected) => {
  const profile = profileOf(election, expected);
  const { options, maxScore, ballots } = profile;
  const weights = new Weights(ballots.map(({ weight }) => ({ ballot: null, weight })));
  const sums = new PointSums(weights, { options, least: 0, most: maxScore });
  ballots.forEach(({ scores }, at) => scores.forEach((score, place) => sums.add(place, score, at)));
  const lists = ballots.map(({ scores }) => Float64Array.from(scores));
  const pairs = weights.sums(options * options);
  const found = starScores({ options, lists, sums, pairs, maxScore });
  const tied = firstBlocStarTie(found, profile).map((place) => election.candidates[place] ?? "");
  const computed = named(election, blocStar(found, profile));
  return tied.length > 0 ? { ...computed, openTie: tied } : computed;
};

/** Rules for ballots that score options. */
export const scoreRules: Readonly<Record<string, ScoreRule>> = {
  score: (election, expected) =>
    computedFrom(scoresBy("score", election, expected), expected.seats),
  star,
  "star/official-tiebreaks": star,
  "bloc-star": byBlocStar,
  "reweighted-range": (election, expected) =>
    named(election, reweightedRange(profileOf(election, expected))),
};
