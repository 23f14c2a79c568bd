import { Weights } from "../exact-sums.ts";
import { type CountInput, headsOf, type TieBreak } from "../method.ts";
import { comparePairs } from "../pairs.ts";
import type { Ranking, Unranked } from "../ranked-ballot.ts";
import { blankWeight, readRankings } from "../rankings.ts";
import { inDrawnOrder } from "../standing.ts";
import type { Round, RoundTie, Tally, Tie } from "../tally.ts";
import type { StvInput } from "./gregory.ts";
import { findProspects, mostCounts, type Prospects } from "./prospects.ts";
import type { Course, Decide, Stage, StageTie } from "./stage.ts";

export interface StvSettings {
  readonly winners: number;
  /** for the comparison of pairs; the stages count what is ranked */
  readonly unranked: Unranked;
}

interface Shape {
  readonly method: string;
  readonly denominator: number;
  readonly count: (input: StvInput) => Course<bigint>;
}

/** The draw: whoever comes first in its order goes before others, whoever comes last is excluded first. */
function decideByDraw(options: readonly string[], tieBreak: TieBreak | undefined): Decide {
  return ({ tied, purpose }) => {
    const names = tied.map((place) => options[place] ?? "");
    const drawn = inDrawnOrder(names, tieBreak);
    const chosen = purpose === "surplus" ? drawn?.[0] : drawn?.at(-1);
    return chosen === undefined ? null : options.indexOf(chosen);
  };
}

function outAfter(next: Stage<bigint> | undefined): readonly number[] {
  return next?.action.kind === "exclusion" ? next.action.of : [];
}

interface Told {
  readonly options: readonly string[];
  readonly total: bigint;
  readonly course: Course<bigint>;
  /** how a tie was settled at which somebody had to choose */
  readonly rule: RoundTie["rule"];
}

function roundsOf({ options, total, course, rule }: Told): Round[] {
  const name = (places: readonly number[]) => places.map((place) => options[place] ?? "");
  const { stages, stoppedAt } = course;
  const tieOf = (tie: StageTie | null | undefined): RoundTie | null =>
    tie ? { between: name(tie.between), rule: tie.rule === "chosen" ? rule : tie.rule } : null;
  const gone = new Set<number>();
  return stages.map((stage, at): Round => {
    const next = stages[at + 1];
    if (stage.action.kind === "exclusion") for (const place of stage.action.of) gone.add(place);
    const shown = options.map((_, place) => place).filter((place) => !gone.has(place));
    const isLast = next === undefined;
    return {
      votes: shown.map((place) => ({
        option: options[place] ?? "",
        votes: stage.votes[place] ?? 0n,
      })),
      exhausted: stage.votes.reduce((left, votes) => left - votes, total),
      elected: name(stage.elected),
      eliminated: name(outAfter(next)),
      tie: isLast && stoppedAt ? { between: name(stoppedAt.tied), rule } : tieOf(next?.tie),
      quota: stage.quota,
      passedOn: next?.action.kind === "surplus" ? name([next.action.of]) : [],
    };
  });
}

/** Groups of equal votes, most first. */
function byVotes(places: readonly number[], votes: readonly bigint[]): number[][] {
  const amounts = [...new Set(places.map((place) => votes[place] ?? 0n))];
  const sorted = amounts.toSorted((one, other) => (one > other ? -1 : 1));
  return sorted.map((amount) => places.filter((place) => (votes[place] ?? 0n) === amount));
}

/** The elected in order, then who was still in, then the excluded, last out first. */
function orderOf(
  { stages, elected, stoppedAt, continuing }: Course<bigint>,
  stake: Prospects | null,
) {
  const last = stages.at(-1)?.votes ?? [];
  const out = stages.flatMap(({ action }) => (action.kind === "exclusion" ? [[...action.of]] : []));
  const inOrder = stages.flatMap((stage) => byVotes(stage.elected, stage.votes));
  const winners = stoppedAt && stake ? [[...stake.certain], [...stake.possible]] : inOrder;
  const inFront = new Set(stoppedAt && stake ? winners.flat() : elected);
  const rest = continuing.filter((place) => !inFront.has(place));
  const others = stoppedAt ? [rest] : byVotes(rest, last);
  const outOrder = out.toReversed().map((group) => group.filter((one) => !inFront.has(one)));
  return [...winners, ...others, ...outOrder].filter((group) => group.length > 0);
}

/** The votes that each option had last while it could have any. */
function lastVotes(options: readonly string[], stages: readonly Stage<bigint>[]): bigint[] {
  return options.map((_, place) => {
    const out = stages.findIndex(
      ({ action }) => action.kind === "exclusion" && action.of.includes(place),
    );
    const stage = out < 0 ? stages.at(-1) : stages[out - 1];
    return stage?.votes[place] ?? 0n;
  });
}

type RankedInput = CountInput<{ readonly ranking: Ranking }, StvSettings>;

/** A count with what its ties come to. */
interface Settled {
  /** to its end, or to a tie that nobody settled */
  readonly course: Course<bigint>;
  /** who may be elected; null where no draw was needed */
  readonly stake: Prospects | null;
  /** how the draws were settled */
  readonly rule: TieBreak["rule"] | null;
}

/** Ties that need a draw are followed in all ways in which it can fall, and settled where there is an order for it. */
function settle(
  { options, ballots, tieBreak }: RankedInput,
  run: (decide: Decide) => Course<bigint>,
): Settled {
  const open = run(() => null);
  if (!open.stoppedAt) return { course: open, stake: null, rule: null };
  const stake = findProspects(
    run,
    mostCounts({ ballots: headsOf(ballots), options: options.length }),
  );
  const course = tieBreak ? run(decideByDraw(options, tieBreak)) : open;
  return { course, stake, rule: course.stoppedAt ? null : (tieBreak?.rule ?? null) };
}

function tieOf(options: readonly string[], { stake, rule }: Settled, seats: number): Tie | null {
  if (!stake || stake.possible.length === 0) return null;
  return {
    between: stake.possible.map((place) => options[place] ?? ""),
    places: seats - stake.certain.length,
    rule: rule ?? "none",
    isExact: stake.isExact,
  };
}

function winnersOf({ course, stake }: Settled): readonly number[] {
  return course.stoppedAt && stake ? [...stake.certain, ...stake.possible] : course.elected;
}

/** What everybody had when elected, and last otherwise. */
function supportOf(options: readonly string[], { course }: Settled): bigint[] {
  const votes = lastVotes(options, course.stages);
  for (const stage of course.stages) {
    for (const place of stage.elected) votes[place] = stage.votes[place] ?? 0n;
  }
  return votes;
}

/** Counts by a transferable method. */
export function tallyStv(input: RankedInput, { method, denominator, count }: Shape): Tally {
  const { options, ballots, settings, withPairs = true } = input;
  const { unranked, winners: seats } = settings;
  const weights = new Weights(ballots);
  const rankings = readRankings(options, ballots);
  const settled = settle(input, (decide) => count({ rankings, weights, seats, decide }));
  const { course, stake } = settled;
  const tie = tieOf(options, settled, seats);
  const name = (places: readonly number[]) => places.map((place) => options[place] ?? "");
  const total = weights.total * BigInt(denominator);
  const scores = lastVotes(options, course.stages);
  const support = supportOf(options, settled);
  const rule = settled.rule ?? (tie ? "open" : "no-effect");
  return {
    method,
    options,
    denominator,
    measure: "votes-in-last-round",
    ballots: ballots.length,
    weight: weights.total,
    blank: blankWeight(ballots),
    scores: options.map((option, place) => ({ option, score: scores[place] ?? 0n })),
    ranking: orderOf(course, stake).map(name),
    winners: name(winnersOf(settled)),
    tie,
    basis: "ballots",
    support: winnersOf(settled).map((place) => ({
      option: options[place] ?? "",
      votes: support[place] ?? 0n,
      of: total,
    })),
    rounds: roundsOf({ options, total, course, rule }),
    pairs: withPairs ? comparePairs({ options, rankings: [rankings], weights, unranked }) : null,
    paths: null,
  };
}
