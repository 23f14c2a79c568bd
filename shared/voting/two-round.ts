import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { commonStepCodes, explainTie, step } from "./explanation.ts";
import { firstPlaces, type FirstPlaces } from "./first-places.ts";
import { votingMethod, type Step } from "./method.ts";
import { comparePairs } from "./pairs.ts";
import { checkRanking, Ranking, Unranked } from "./ranked-ballot.ts";
import { blankWeight, readRankings } from "./rankings.ts";
import { fillPlaces, rankByScore } from "./standing.ts";
import type { Round, Tally } from "./tally.ts";

const Ballot = z.strictObject({ method: z.literal("two-round"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("two-round"),
  /** "last": a ballot that names nobody who is still in is shared by all of them */
  unranked: Unranked.default("ignored"),
});

const stepCodes = [...commonStepCodes, "majority-in-round", "into-second-round"] as const;

interface Counted extends FirstPlaces {
  readonly continuing: readonly number[];
}

const total = ({ votes }: Counted) => votes.reduce((sum, one) => sum + one, 0n);

function leaderOf(counted: Counted): number | undefined {
  return counted.continuing.find((place) => (counted.votes[place] ?? 0n) * 2n > total(counted));
}

/** The two with most votes, and whoever is level with the second. */
function secondRound({ continuing, votes }: Counted): number[] {
  const votesOf = (place: number) => votes[place] ?? 0n;
  const sorted = continuing.map(votesOf).toSorted((a, b) => (a > b ? -1 : Number(a < b)));
  const needed = sorted[1] ?? 0n;
  return continuing.filter((place) => votesOf(place) >= needed);
}

/** The rounds on one denominator, as a tally shows them. */
function roundsOf(options: readonly string[], counted: readonly Counted[], unit: bigint): Round[] {
  const name = (places: readonly number[]) => places.map((place) => options[place] ?? "");
  return counted.map((round, at) => {
    const factor = unit / round.denominator;
    const next = counted[at + 1];
    const leader = leaderOf(round);
    return {
      votes: round.continuing.map((place) => ({
        option: options[place] ?? "",
        votes: (round.votes[place] ?? 0n) * factor,
      })),
      exhausted: round.exhausted * factor,
      elected: leader === undefined ? [] : name([leader]),
      eliminated: next
        ? name(round.continuing.filter((place) => !next.continuing.includes(place)))
        : [],
      tie: null,
    };
  });
}

function explain(tally: Tally): Step<(typeof stepCodes)[number]>[] {
  const [first, second] = tally.rounds;
  const votes = (round: Round) => round.votes.reduce((sum, entry) => sum + entry.votes, 0n);
  if (!first || votes(first) === 0n) return [step("no-votes"), ...explainTie(tally)];
  const last = second ?? first;
  const [winner = ""] = tally.winners;
  const won = last.votes.find(({ option }) => option === winner)?.votes ?? 0n;
  const counts = { round: tally.rounds.length };
  const end: Step<(typeof stepCodes)[number]>[] = tally.tie
    ? explainTie(tally)
    : [
        step("majority-in-round", {
          options: { winner: [winner] },
          amounts: { votes: won, of: votes(last) },
          counts,
        }),
      ];
  if (!second) return end;
  const next = second.votes.map(({ option }) => option);
  return [step("into-second-round", { options: { next } }), ...end];
}

/**
 * Who has more than half of the first places wins; else the two with most of them, and all who are
 * level with the second, go into a second round, which the same ballots decide (the contingent vote;
 * two rounds as in the election of France's president). Several at one place share the vote.
 */
export const twoRound = votingMethod({
  id: "two-round",
  name: "Two rounds",
  ballotKind: "ranking",
  ballot: Ballot,
  settings: Settings,
  stepCodes,
  places: () => 1,
  validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: true }),
  count(input): Tally {
    const { options, ballots, settings, tieBreak, withPairs = true } = input;
    const { unranked } = settings;
    const weights = new Weights(ballots);
    const rankings = readRankings(options, ballots);
    const countAmong = (continuing: readonly number[]): Counted => ({
      continuing,
      ...firstPlaces({ rankings, weights, continuing, unranked }),
    });
    const first = countAmong([...options.keys()]);
    const isOver = leaderOf(first) !== undefined || total(first) === 0n;
    const counted = isOver ? [first] : [first, countAmong(secondRound(first))];
    const unit = counted.reduce((all, { denominator }) => all * denominator, 1n);
    const rounds = roundsOf(options, counted, unit);
    const groups = rounds.toReversed().map(({ votes }) =>
      rankByScore(
        votes.map(({ option }) => option),
        votes.map((entry) => entry.votes),
      ),
    );
    const inLast = new Set(rounds.at(-1)?.votes.map(({ option }) => option));
    const earlier = (groups[1] ?? []).map((group) => group.filter((one) => !inLast.has(one)));
    const ranking = [...(groups[0] ?? []), ...earlier].filter((group) => group.length > 0);
    const { winners, tie } = fillPlaces(ranking, 1, tieBreak);
    const last = rounds.at(-1)?.votes ?? [];
    const of = last.reduce((sum, { votes }) => sum + votes, 0n);
    const votesOf = new Map(
      rounds.flatMap(({ votes }) => votes.map((one) => [one.option, one.votes])),
    );
    return {
      method: "two-round",
      options,
      denominator: Number(unit),
      measure: "votes-in-last-round",
      ballots: ballots.length,
      weight: weights.total,
      blank: blankWeight(ballots),
      scores: options.map((option) => ({ option, score: votesOf.get(option) ?? 0n })),
      ranking,
      winners,
      tie,
      basis: "continuing-ballots",
      support: last
        .filter(({ option }) => winners.includes(option))
        .map(({ option, votes }) => ({ option, votes, of })),
      rounds,
      pairs: withPairs ? comparePairs({ options, rankings: [rankings], weights, unranked }) : null,
      paths: null,
    };
  },
  explain,
});
