import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainTie, step } from "./explanation.ts";
import { type BallotList, votingMethod, type Step, type TieBreak } from "./method.ts";
import { indexOptions, type OptionIndex, placeOf } from "./option-index.ts";
import { PointSums } from "./point-sums.ts";
import { blankPoints, checkPoints, eachPoints, pointsRecord } from "./points-ballot.ts";
import { inDrawnOrder, rankByScore } from "./standing.ts";
import { starRound, starScores, type StarRound, type StarScores } from "./star-count.ts";
import type { Round, RoundTieRule, Tally, Tie } from "./tally.ts";

const highest = 100;

const Ballot = z.strictObject({ method: z.literal("star"), scores: pointsRecord(0, highest) });
const Settings = z.strictObject({
  method: z.literal("star"),
  maxScore: z.int().min(1).max(highest).default(5),
});

const stepCodes = [
  ...commonStepCodes,
  "into-runoff",
  "preferred-in-runoff",
  "runoff-open",
] as const;

interface Question {
  readonly options: readonly string[];
  readonly scores: StarScores;
  readonly tieBreak: TieBreak | undefined;
}

/** The round after a draw settled who goes into the runoff, and who wins it. */
function settle({ options, scores, tieBreak }: Question, open: StarRound): StarRound {
  const drawn = inDrawnOrder(options, tieBreak)?.map((option) => options.indexOf(option));
  if (!drawn) return open;
  const places = drawn.filter((place) => open.tiedForFinal.includes(place));
  const finalists = [...open.finalists, ...places].slice(0, 2);
  const { winners } = starRound(scores, finalists);
  const winner = drawn.filter((place) => winners.includes(place)).slice(0, 1);
  return { ...open, finalists, winners: winner };
}

interface Told {
  /** the round before a draw, and after it; the same where there was none */
  readonly open: StarRound;
  readonly round: StarRound;
  readonly rule: RoundTieRule;
}

function scoringRound({ options, scores }: Question, { open, round, rule }: Told): Round {
  const name = (places: readonly number[]) => places.map((place) => options[place] ?? "");
  const isKnown = round.finalists.length === 2;
  const out = [...options.keys()].filter((place) => isKnown && !round.finalists.includes(place));
  return {
    votes: options.map((option, place) => ({ option, votes: scores.sums[place] ?? 0n })),
    exhausted: 0n,
    elected: isKnown || round.winners.length > 1 ? [] : name(round.winners),
    eliminated: name(out),
    tie: open.tiedForFinal.length > 0 ? { between: name(open.tiedForFinal), rule } : null,
  };
}

function runoffRound({ options, scores }: Question, { open, round, rule }: Told): Round {
  const name = (places: readonly number[]) => places.map((place) => options[place] ?? "");
  const [one = 0, other = 0] = round.finalists.toSorted((a, b) => a - b);
  const votes = (place: number, rival: number) => ({
    option: options[place] ?? "",
    votes: scores.preferred[place]?.[rival] ?? 0n,
  });
  return {
    votes: [votes(one, other), votes(other, one)],
    exhausted: 0n,
    elected: round.winners.length === 1 ? name(round.winners) : [],
    eliminated: [],
    tie: open.tiedInFinal.length > 0 ? { between: name(open.tiedInFinal), rule } : null,
  };
}

function roundsOf(question: Question, open: StarRound, round: StarRound): Round[] {
  const drawn = round === open ? undefined : question.tieBreak?.rule;
  const told: Told = {
    open,
    round,
    rule: drawn ?? (open.winners.length > 1 ? "open" : "no-effect"),
  };
  const first = scoringRound(question, told);
  return round.finalists.length === 2 ? [first, runoffRound(question, told)] : [first];
}

function explain(tally: Tally): Step<(typeof stepCodes)[number]>[] {
  if (tally.weight === 0n) return [step("no-votes"), ...explainTie(tally)];
  const last = tally.rounds[1];
  if (!last) return [step("runoff-open"), ...explainTie(tally)];
  const next = last.votes.map(({ option }) => option);
  const into = step("into-runoff", { options: { next } });
  if (tally.winners.length > 1) return [into, ...explainTie(tally)];
  const votes = last.votes.find(({ option }) => option === tally.winners[0])?.votes ?? 0n;
  const of = last.votes.reduce((sum, entry) => sum + entry.votes, 0n);
  const won = { options: { winner: tally.winners }, amounts: { votes, of } };
  return [into, step("preferred-in-runoff", won), ...explainTie(tally)];
}

/** Winners, then the other of the runoff, then all by their sums. */
function rankingOf({ options, scores }: Question, round: StarRound): string[][] {
  const name = (places: readonly number[]) => places.map((place) => options[place] ?? "");
  const second = round.finalists.filter(
    (place) => round.finalists.length === 2 && !round.winners.includes(place),
  );
  const inFront = [name(round.winners), name(second)];
  const rest = rankByScore(options, scores.sums).map((group) =>
    group.filter((option) => !inFront.flat().includes(option)),
  );
  return [...inFront, ...rest].filter((group) => group.length > 0);
}

/** What each ballot gives each option; the same list is filled anew for each. */
function* scoresByPlace(
  index: OptionIndex,
  ballots: BallotList<z.infer<typeof Ballot>>,
): Generator<Float64Array> {
  const list = new Float64Array(index.size);
  for (const { ballot } of ballots) {
    list.fill(0);
    for (const [option, points] of Object.entries(ballot.scores)) {
      list[placeOf(index, option)] = points;
    }
    yield list;
  }
}

/**
 * Score, then automatic runoff: of the two with the highest sums the one wins that more ballots score
 * higher (Equal Vote Coalition, starvoting.org; ties by its official protocol: for the runoff whoever
 * is preferred on more ballots, then more highest scores; in the runoff the higher sum, then more
 * highest scores). What is level after that is told and left open.
 */
export const star = votingMethod({
  id: "star",
  name: "STAR",
  ballotKind: "scores",
  ballot: Ballot,
  settings: Settings,
  stepCodes,
  places: () => 1,
  validate: ({ scores }, { options, settings: { maxScore } }) =>
    checkPoints(scores, { options, field: "scores", most: maxScore }),
  count(input): Tally {
    const { options, ballots, settings, tieBreak } = input;
    const { maxScore } = settings;
    const weights = new Weights(ballots);
    const sums = new PointSums(weights, { options: options.length, least: 0, most: maxScore });
    const index = indexOptions(options);
    const given = { ballots, pointsOf: (ballot: z.infer<typeof Ballot>) => ballot.scores };
    eachPoints(index, given, (place, points, at) => sums.add(place, points, at));
    const lists = scoresByPlace(index, ballots);
    const pairs = weights.sums(options.length * options.length);
    const scores = starScores({ options: options.length, lists, sums, pairs, maxScore });
    const question: Question = { options, scores, tieBreak };
    const open = starRound(scores, [...options.keys()]);
    const isTied = open.winners.length > 1;
    const hasDraw = open.tiedForFinal.length > 0 || open.tiedInFinal.length > 0;
    const round = hasDraw ? settle(question, open) : open;
    const winners = round.winners.map((place) => options[place] ?? "");
    const isDrawn = tieBreak !== undefined && round !== open;
    const tie: Tie | null = isTied
      ? {
          between: open.winners.map((place) => options[place] ?? ""),
          places: 1,
          rule: isDrawn ? tieBreak.rule : "none",
          isExact: true,
        }
      : null;
    const rounds = roundsOf(question, open, round);
    const last = rounds[1]?.votes ?? [];
    const of = last.reduce((sum, { votes }) => sum + votes, 0n);
    const support = last.filter(({ option }) => winners.includes(option));
    return {
      method: "star",
      options,
      denominator: 1,
      measure: "points",
      ballots: ballots.length,
      weight: weights.total,
      blank: blankPoints(given),
      scores: options.map((option, place) => ({ option, score: scores.sums[place] ?? 0n })),
      ranking: rankingOf(question, round),
      winners,
      tie,
      basis: "last-pair",
      support: support.length === 0 ? null : support.map((entry) => ({ ...entry, of })),
      rounds,
      pairs: null,
      paths: null,
    };
  },
  explain,
});
