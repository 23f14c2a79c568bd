import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainTie, step } from "./explanation.ts";
import { compareMajorityValues, majorityValue, type GradeWeights } from "./majority-value.ts";
import { maxOptions, votingMethod, type Step } from "./method.ts";
import { indexOptions } from "./option-index.ts";
import { PointSums } from "./point-sums.ts";
import { blankPoints, checkPoints, eachPoints, pointsRecord } from "./points-ballot.ts";
import { fillPlaces } from "./standing.ts";
import type { Tally } from "./tally.ts";

const mostGrades = 10;

const Ballot = z.strictObject({
  method: z.literal("majority-judgment"),
  grades: pointsRecord(0, mostGrades - 1),
});
const GradeWord = z.string().trim().min(1).max(40);
const Settings = z
  .strictObject({
    method: z.literal("majority-judgment"),
    winners: z.int().min(1).max(maxOptions).default(1),
    /** how many grades there are; 0 is the lowest, and what a ballot leaves out gets it */
    grades: z.int().min(2).max(mostGrades).default(6),
    /** what they are called, the lowest first; null for the reader's own words */
    words: z.array(GradeWord).min(2).max(mostGrades).nullable().default(null),
  })
  .refine(({ grades, words }) => words === null || words.length === grades, {
    error: "one word for each grade",
    path: ["words"],
  });

const stepCodes = [...commonStepCodes, "highest-median", "same-median"] as const;

/** Groups of options with equal majority values, the best first. */
function rankByValue(options: readonly string[], grades: readonly GradeWeights[]): string[][] {
  const values = grades.map(majorityValue);
  const sorted = options
    .map((option, place) => ({ option, value: values[place] ?? [] }))
    .toSorted((one, other) => compareMajorityValues(other.value, one.value));
  const groups: (typeof sorted)[] = [];
  for (const entry of sorted) {
    const last = groups.at(-1);
    if (last?.[0] && compareMajorityValues(last[0].value, entry.value) === 0) last.push(entry);
    else groups.push([entry]);
  }
  return groups.map((group) => group.map(({ option }) => option));
}

function explain(tally: Tally): Step<(typeof stepCodes)[number]>[] {
  if (tally.weight === 0n) return [step("no-votes"), ...explainTie(tally)];
  const scoreOf = new Map(tally.scores.map(({ option, score }) => [option, score]));
  const [winner = ""] = tally.winners;
  const median = scoreOf.get(winner) ?? 0n;
  const amounts = { grade: median };
  const won = step("highest-median", { options: { winner: tally.winners }, amounts });
  const level = tally.options.filter(
    (option) => scoreOf.get(option) === median && !tally.winners.includes(option),
  );
  if (level.length === 0) return [won, ...explainTie(tally)];
  return [won, step("same-median", { options: { next: level }, amounts }), ...explainTie(tally)];
}

/**
 * Each option is graded; the highest grade in the middle wins, and of two with the same one whoever
 * is ahead once grades in the middle are taken away one by one (Balinski and Laraki, "Majority
 * Judgment", 2011, chapters 1 and 13).
 */
export const majorityJudgment = votingMethod({
  id: "majority-judgment",
  name: "Majority judgment",
  ballotKind: "grades",
  ballot: Ballot,
  settings: Settings,
  stepCodes,
  places: ({ winners }) => winners,
  validate: ({ grades }, { options, settings }) =>
    checkPoints(grades, { options, field: "grades", most: settings.grades - 1 }),
  count(input): Tally {
    const { options, ballots, settings, tieBreak } = input;
    const most = settings.grades - 1;
    const weights = new Weights(ballots);
    const sums = new PointSums(weights, { options: options.length, least: 0, most });
    const given = { ballots, pointsOf: (ballot: z.infer<typeof Ballot>) => ballot.grades };
    eachPoints(indexOptions(options), given, (place, grade, at) => sums.add(place, grade, at));
    const grades = options.map((_, place) => sums.levelsOf(place, weights.total));
    const medians = grades.map((weightsOf) => majorityValue(weightsOf)[0]?.low ?? 0);
    const ranking = rankByValue(options, grades);
    const { winners, tie } = fillPlaces(ranking, settings.winners, tieBreak);
    return {
      method: "majority-judgment",
      options,
      denominator: 1,
      measure: "median-grade",
      ballots: ballots.length,
      weight: weights.total,
      blank: blankPoints(given),
      scores: options.map((option, place) => ({ option, score: BigInt(medians[place] ?? 0) })),
      ranking,
      winners,
      tie,
      basis: "ballots",
      // How many give it at least that grade.
      support: winners.map((option) => {
        const place = options.indexOf(option);
        const above = grades[place]?.slice(medians[place] ?? 0) ?? [];
        const votes = above.reduce((sum, weight) => sum + weight, 0n);
        return { option, votes, of: weights.total };
      }),
      rounds: [],
      levels: options.map((option, place) => ({ option, weights: grades[place] ?? [] })),
      pairs: null,
      paths: null,
    };
  },
  explain,
});
