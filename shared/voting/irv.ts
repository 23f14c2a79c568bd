import { z } from "zod";
import { Weights } from "./exact-sums.ts";
import { explainIrv, irvStepCodes } from "./irv-explanation.ts";
import { judge, type Standing } from "./irv-elimination.ts";
import { Piles } from "./irv-piles.ts";
import { possibleWinners, type Prospects, type VoteShare } from "./irv-prospects.ts";
import { votingMethod, type TieBreak } from "./method.ts";
import { comparePairs } from "./pairs.ts";
import { readOrders } from "./preference-orders.ts";
import { checkRanking, Ranking, Unranked, type RankedBallots } from "./ranked-ballot.ts";
import { blankWeight, readInChunks, readRankings, type Rankings } from "./rankings.ts";
import { inDrawnOrder, rankByScore } from "./standing.ts";
import type { Round, RoundTie, Support, Tally, Tie } from "./tally.ts";

const Ballot = z.strictObject({ method: z.literal("irv"), ranking: Ranking });
const Settings = z.strictObject({
  method: z.literal("irv"),
  /** for the comparison of pairs; the rounds count what is ranked */
  unranked: Unranked.default("last"),
});

interface Race {
  readonly options: readonly string[];
  readonly ballots: RankedBallots;
  /** reads them in full, where a draw is due */
  readonly rankings: () => Rankings;
  readonly weights: Weights;
  readonly tieBreak?: TieBreak | undefined;
}

/** What happens after a round: somebody goes, somebody has won, or only a draw could tell. */
type Turn =
  | { readonly kind: "out"; readonly out: readonly number[] }
  | { readonly kind: "won"; readonly winner: number; readonly leastShare?: VoteShare }
  | { readonly kind: "undecided"; readonly prospects: Prospects };

interface Ruled {
  readonly turn: Turn;
  readonly tie: { readonly between: readonly number[]; readonly rule: RoundTie["rule"] } | null;
  /** who might have won, where a draw was due */
  readonly prospects: Prospects | null;
}

/** Rules on one round, by draw where the votes do not settle it and there is one. */
function ruleOn(race: Race, standing: Standing): Ruled {
  const verdict = judge(standing);
  switch (verdict.kind) {
    case "won":
      return { turn: verdict, tie: null, prospects: null };
    case "out":
      return { turn: verdict, tie: verdict.tie, prospects: null };
    case "level": {
      const { between } = verdict;
      const prospects = { winners: between, isExact: true, leastShare: null };
      const [first] = drawAmong(race, between);
      const turn: Turn | null = first === undefined ? null : { kind: "won", winner: first };
      return ruleByDraw({ between, prospects, turn, rule: race.tieBreak?.rule });
    }
    case "open": {
      const { between } = verdict;
      const prospects = possibleWinners({ ...race, ...standing, rankings: race.rankings() });
      const last = drawAmong(race, between).at(-1);
      const turn: Turn | null = last === undefined ? null : { kind: "out", out: [last] };
      return ruleByDraw({ between, prospects, turn, rule: race.tieBreak?.rule });
    }
  }
}

interface Draw {
  readonly between: readonly number[];
  readonly prospects: Prospects;
  /** what the draw leads to; null where there was none */
  readonly turn: Turn | null;
  readonly rule: TieBreak["rule"] | undefined;
}

function ruleByDraw({ between, prospects, turn, rule }: Draw): Ruled {
  if (turn && rule) return { turn, tie: { between, rule }, prospects };
  const { leastShare, winners } = prospects;
  const [only] = winners;
  if (winners.length === 1 && only !== undefined && leastShare) {
    const won: Turn = { kind: "won", winner: only, leastShare };
    return { turn: won, tie: { between, rule: "no-effect" }, prospects };
  }
  return { turn: { kind: "undecided", prospects }, tie: { between, rule: "open" }, prospects };
}

/** The tied in the order of the draw, best first; nobody where there was none that names them all. */
function drawAmong({ options, tieBreak }: Race, places: readonly number[]): number[] {
  const names = places.map((place) => options[place] ?? "");
  return (inDrawnOrder(names, tieBreak) ?? []).map((option) => options.indexOf(option));
}

interface Course {
  readonly rounds: readonly Round[];
  readonly end: Exclude<Turn, { kind: "out" }>;
  /** who might have won when a draw was first due */
  readonly prospects: Prospects | null;
}

/** Counts round by round until somebody has won, or nobody can be eliminated without a draw. */
function runRounds(race: Race): Course {
  const piles = new Piles(readOrders(race.options, race.ballots), race.weights);
  const firstChoices = piles.votes();
  const name = (places: readonly number[]) => places.map((place) => race.options[place] ?? "");
  const rounds: Round[] = [];
  let standing: Standing = {
    continuing: [...firstChoices.keys()],
    votes: firstChoices,
    firstChoices,
  };
  let prospects: Prospects | null = null;
  for (;;) {
    const { continuing, votes } = standing;
    const ruled = ruleOn(race, standing);
    const { turn } = ruled;
    prospects ??= ruled.prospects;
    rounds.push({
      votes: continuing.map((place) => ({
        option: race.options[place] ?? "",
        votes: votes[place] ?? 0n,
      })),
      exhausted: continuing.reduce(
        (left, place) => left - (votes[place] ?? 0n),
        race.weights.total,
      ),
      elected: turn.kind === "won" ? name([turn.winner]) : [],
      eliminated: turn.kind === "out" ? name(turn.out) : [],
      tie: ruled.tie && { between: name(ruled.tie.between), rule: ruled.tie.rule },
    });
    if (turn.kind !== "out") return { rounds, end: turn, prospects };
    piles.eliminate(turn.out);
    const left = continuing.filter((place) => !turn.out.includes(place));
    standing = { continuing: left, votes: piles.votes(), firstChoices };
  }
}

/** The tie for winning: who might have won by a draw, and what settled it. */
function tieOf({ options, tieBreak }: Race, { end, prospects }: Course): Tie | null {
  const open = end.kind === "undecided" ? end.prospects : null;
  const stake = open ?? prospects;
  if (!stake || stake.winners.length < 2) return null;
  const between = stake.winners.map((place) => options[place] ?? "");
  const rule = open || !tieBreak ? "none" : tieBreak.rule;
  return { between, places: 1, rule, isExact: stake.isExact };
}

/** Winners, then who else was still in (by votes where the count came to its end), then the others, last out first. */
function rankingOf(rounds: readonly Round[], winners: readonly string[], isOver: boolean) {
  const others = (rounds.at(-1)?.votes ?? []).filter(({ option }) => !winners.includes(option));
  const names = others.map(({ option }) => option);
  const rest = isOver
    ? rankByScore(
        names,
        others.map(({ votes }) => votes),
      )
    : [names];
  const out = rounds.map(({ eliminated }) => eliminated).toReversed();
  return [winners, ...rest, ...out].filter((group) => group.length > 0);
}

/** Shares of the votes that counted in the last round; unknown while a draw for elimination is due. */
function supportOf({ rounds, end }: Course, winners: readonly string[]): Support[] | null {
  const least = end.kind === "won" ? end.leastShare : undefined;
  if (least) return winners.map((option) => ({ option, ...least }));
  const last = rounds.at(-1)?.votes ?? [];
  const of = last.reduce((sum, { votes }) => sum + votes, 0n);
  if (end.kind === "undecided" && last.length > 2 && of > 0n) return null;
  return last
    .filter(({ option }) => winners.includes(option))
    .map(({ option, votes }) => ({ option, votes, of }));
}

/**
 * Instant runoff: while nobody has more than half of the votes that still count, whoever has fewest
 * is eliminated and the ballots go to the next option on them (the alternative vote; Ware's use of
 * Hare's transfer, 1871; Tideman, "Collective Decisions and Voting", 2006). Ties for elimination are
 * settled by `judge`, then by the tie-break; without one the tally names everybody who may win.
 */
export const irv = votingMethod({
  id: "irv",
  name: "Instant runoff",
  ballotKind: "ranking",
  ballot: Ballot,
  settings: Settings,
  stepCodes: irvStepCodes,
  places: () => 1,
  validate: ({ ranking }, { options }) => checkRanking(ranking, { options, allowsTies: false }),
  count(input): Tally {
    const { options, ballots, tieBreak, settings, withPairs = true } = input;
    const { unranked } = settings;
    const weights = new Weights(ballots);
    const rankings = () => readRankings(options, ballots);
    const race: Race = { options, ballots, rankings, weights, tieBreak };
    const course = runRounds(race);
    const { rounds, end } = course;
    const winningPlaces = end.kind === "won" ? [end.winner] : end.prospects.winners;
    const winners = winningPlaces.map((place) => options[place] ?? "");
    const lastVotes = new Map(
      rounds.flatMap(({ votes }) => votes).map(({ option, votes }) => [option, votes]),
    );
    const isOver = end.kind === "won" && !end.leastShare;
    return {
      method: "irv",
      options,
      denominator: 1,
      measure: "votes-in-last-round",
      ballots: ballots.length,
      weight: weights.total,
      blank: blankWeight(ballots),
      scores: options.map((option) => ({ option, score: lastVotes.get(option) ?? 0n })),
      ranking: rankingOf(rounds, winners, isOver),
      winners,
      tie: tieOf(race, course),
      basis: "continuing-ballots",
      support: supportOf(course, winners),
      rounds,
      pairs: withPairs
        ? comparePairs({ options, rankings: readInChunks(options, ballots), weights, unranked })
        : null,
      paths: null,
    };
  },
  explain: explainIrv,
});
