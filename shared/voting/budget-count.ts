import { type AnyOrder, fundedInAnyOrder } from "../funding/any-order.ts";
import { equalShares, type EqualShares } from "../funding/equal-shares.ts";
import { backersOf, type PointBallot } from "../funding/poll.ts";
import { type BudgetBallot, type BudgetSettings, rulesOf } from "./budget-settings.ts";
import { Weights } from "./exact-sums.ts";
import { fundingWork, type FinePoll } from "./budget-work.ts";
import type { CountInput } from "./method.ts";
import { indexOptions, type OptionIndex, placeOf } from "./option-index.ts";
import { rankByScore } from "./standing.ts";
import type { Tally, Tie } from "./tally.ts";

type Input = CountInput<BudgetBallot, BudgetSettings>;

/** The kernel adds people up as numbers, which are exact up to here. */
const mostWeight = BigInt(Number.MAX_SAFE_INTEGER);

/** Equal ballots together; one that weighs nothing has no share. */
function groupsOf({ ballots }: Input, index: OptionIndex): PointBallot[] {
  const groups = new Map<string, { heads: number; backs: PointBallot["backs"] }>();
  for (const { ballot, weight } of ballots) {
    const named = new Set(ballot.approved.map((option) => placeOf(index, option)));
    const places = [...named].toSorted((one, other) => one - other);
    if (weight === 0n) continue;
    const key = places.join(" ");
    const group = groups.get(key);
    if (group) group.heads += Number(weight);
    else {
      const backs = places.map((place) => ({ place, points: 1 }));
      groups.set(key, { heads: Number(weight), backs });
    }
  }
  return [...groups.values()];
}

/**
 * The question as the kernel of funding is asked it. Money is counted in parts of which a hundredth of one vote's share is
 * a whole number, so that the count is the same whatever unit votes are in.
 */
function pollOf(input: Input, weight: bigint): FinePoll {
  const { options, settings, tieBreak } = input;
  const scale = 100n * (weight > 0n ? weight : 1n);
  const costOf = new Map(Object.entries(settings.costs));
  return {
    scale,
    budget: BigInt(settings.budget) * scale,
    projects: options.map((id) => {
      const cost = costOf.get(id);
      if (cost === undefined) throw new RangeError("an option has no cost");
      return { id, cost: BigInt(cost) * scale };
    }),
    ballots: groupsOf(input, indexOptions(options)),
    lot: tieBreak?.order,
  };
}

interface Counted {
  readonly anyOrder: AnyOrder;
  readonly shares: EqualShares;
  /** by place in the list of options */
  readonly approvals: readonly bigint[];
}

/** Who wins, those with most approvals first: they alone, or where a tie is open all who may. */
function standingOf({ options, tieBreak }: Input, { anyOrder, shares, approvals }: Counted) {
  const { always, open, fewest, isExact } = anyOrder;
  const isOpen = !tieBreak && open.size > 0;
  const won = new Set(isOpen ? [...always, ...open] : shares.funded);
  const ranked = rankByScore(options, approvals);
  const part = (isWon: boolean) =>
    ranked
      .map((group) => group.filter((option) => won.has(options.indexOf(option)) === isWon))
      .filter((group) => group.length > 0);
  const tie: Tie = {
    between: options.filter((_, place) => open.has(place)),
    places: fewest,
    rule: tieBreak?.rule ?? "none",
    isExact,
  };
  const first = part(true);
  return {
    winners: first.flat(),
    ranking: [...first, ...part(false)],
    tie: open.size > 0 ? tie : null,
  };
}

/** Counts approvals, and shares out the budget; votes that weigh too much to be exact are misuse. */
export function countBudget(input: Input): Tally {
  const { options, ballots } = input;
  const { total } = new Weights(ballots);
  if (total > mostWeight) throw new RangeError("votes weigh too much to share a budget");
  const poll = pollOf(input, total);
  const backers = backersOf(poll);
  const approvals = backers.people.map(BigInt);
  const rules = rulesOf(input.settings);
  const anyOrder = fundedInAnyOrder(poll, rules);
  const shares = anyOrder.same ?? equalShares(poll, rules);
  const { winners, ranking, tie } = standingOf(input, { anyOrder, shares, approvals });
  const scores = options.map((option, place) => ({ option, score: approvals[place] ?? 0n }));
  const blank = poll.ballots.find(({ backs }) => backs.length === 0)?.heads ?? 0;
  return {
    method: "budget",
    options,
    denominator: 1,
    measure: "approvals",
    ballots: ballots.length,
    weight: total,
    blank: BigInt(blank),
    scores,
    ranking,
    winners,
    tie,
    basis: "ballots",
    support: scores
      .filter(({ option }) => winners.includes(option))
      .map(({ option, score }) => ({ option, votes: score, of: total })),
    rounds: [],
    funding: fundingWork(poll, { ...input, shares, isOpen: tie?.rule === "none" }),
    pairs: null,
    paths: null,
  };
}
