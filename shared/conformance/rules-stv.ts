import { cpoStv } from "../voting/committees/cpo-stv.ts";
import { Weights } from "../voting/exact-sums.ts";
import { fraction, type Fraction } from "../voting/fraction.ts";
import { readRankings } from "../voting/rankings.ts";
import { countGregory, type GregoryRule, type StvInput } from "../voting/stv/gregory.ts";
import {
  countMeek,
  meekNearExact,
  meekReference,
  type MeekRule,
} from "../voting/stv/meek-count.ts";
import { electedBy, everyCourse, mostCounts } from "../voting/stv/prospects.ts";
import {
  quotas,
  scottish,
  wigmExact,
  wigmFraction,
  wigmReference,
  type Quota,
} from "../voting/stv/rules.ts";
import type { Course } from "../voting/stv/stage.ts";
import { setsOf, type Computed } from "./computed.ts";
import type { ElectionOf, Expectation } from "./election.ts";
import { NotApplicable } from "./finding.ts";
import { weightedRankings } from "./rules-ranked.ts";

type Ranked = ElectionOf<"ranked">;
/** One result for each way in which open ties can fall. */
export type StvRule = (election: Ranked, expected: Expectation) => Iterable<Computed>;

interface Kind<N> {
  count(input: StvInput): Course<N>;
  amount(value: N): Fraction;
}

function* computedBy<N>(election: Ranked, seats: number, { count, amount }: Kind<N>) {
  const ballots = weightedRankings(election);
  const rankings = readRankings(election.candidates, ballots);
  const weights = new Weights(ballots);
  const name = (place: number) => election.candidates[place] ?? "";
  const most = mostCounts({ ballots: ballots.length, options: election.candidates.length });
  const courses = everyCourse((decide) => count({ rankings, weights, seats, decide }), most);
  for (const course of courses) {
    const { certain, some } = electedBy(course);
    const groups = [...certain.map((place) => [name(place)]), some.map(name)];
    yield {
      sets: setsOf(groups, seats),
      quota: amount(course.quota),
      rounds: course.stages.map(({ votes, exhausted }) => ({
        votes: new Map(votes.map((one, place) => [name(place), amount(one)])),
        nonTransferable: amount(exhausted),
      })),
    } satisfies Computed;
  }
}

function gregory<N>(rule: GregoryRule<N>, amount: (value: N) => Fraction): Kind<N> {
  return { count: (input) => countGregory(rule, input), amount };
}

const decimal = (digits: number) => (value: bigint) => fraction(value, 10n ** BigInt(digits));
const asIs = (value: Fraction) => value;

function meekBy(rule: MeekRule): Kind<bigint> {
  return { count: (input) => countMeek(rule, input), amount: decimal(rule.digits) };
}

function quotaOf({ options }: Expectation, usual: Quota): Quota {
  const name = options.quota ?? usual;
  const known = Object.keys(quotas).find((one) => one === name);
  if (known === undefined) throw new NotApplicable(`no quota is called ${name}`);
  return known as Quota;
}

const kind =
  <N>(of: Kind<N>): StvRule =>
  (election, { seats }) =>
    computedBy(election, seats, of);

function* byCpo(election: Ranked, expected: Expectation): Generator<Computed> {
  const { candidates, ballots } = election;
  const quota = quotas[quotaOf(expected, "hagenbach-bischoff")];
  const ordered = ballots.map(({ ranking, count }) => {
    const tie = ranking.findIndex((group) => group.length > 1);
    const order = ranking.slice(0, tie < 0 ? ranking.length : tie).flat();
    return { order: order.map((name) => candidates.indexOf(name)), weight: BigInt(count) };
  });
  const profile = { options: candidates.length, ballots: ordered, seats: expected.seats, quota };
  const sets = cpoStv(profile).map((places) => places.map((place) => candidates[place] ?? ""));
  yield { sets };
}

/** Rules of the transferable vote, by variant. */
export const stvRules: Readonly<Record<string, StvRule>> = {
  "stv/scottish": kind(gregory(scottish, decimal(5))),
  "stv/wigm-prf": kind(gregory(wigmReference, decimal(4))),
  "stv/wigm": kind(gregory(wigmExact, asIs)),
  "stv/wigm-fraction": (election, expected) =>
    computedBy(election, expected.seats, gregory(wigmFraction(quotaOf(expected, "droop")), asIs)),
  "stv/meek": kind(meekBy(meekNearExact)),
  "stv/meek-prf": kind(meekBy(meekReference)),
  "cpo-stv": byCpo,
};
