import { type Delegation, type Resolved, resolveDelegations } from "../delegation/resolve.ts";
import type { GroupRule } from "../voting/group-majority.ts";
import { type Ballot, countBallots, type Settings } from "../voting/index.ts";
import { type BallotList, headsOf, type TieBreak } from "../voting/method.ts";
import {
  decideOutcome,
  type Outcome,
  outcomeToJson,
  type OutcomeView,
  type Quorum,
  type Threshold,
  type Turnout,
} from "../voting/outcome.ts";
import type { BallotGroups } from "./ballot-groups.ts";
import { type Tally, tallyToJson, type TallyView } from "../voting/tally.ts";

/** What a decision is counted by, whoever voted. */
export interface Poll {
  readonly options: readonly string[];
  readonly settings: Settings;
  readonly quorum: Quorum | null;
  readonly threshold: Threshold | null;
  readonly tieBreak?: TieBreak | undefined;
  /** how many units of weight are one as people read it */
  readonly unit: bigint;
  /** a share that is asked in every opinion group, with how these voted; none where left out */
  readonly groups?: GroupRule | null | undefined;
}

/** Those who may vote, by name, and what they did. */
export interface NamedVotes {
  /** of all of them, or at least of those whom a delegation names */
  readonly weights: ReadonlyMap<string, bigint>;
  /** what all weigh together, where only some are given */
  readonly total?: bigint;
  readonly ballots: readonly { readonly voter: string; readonly ballot: Ballot }[];
  /** those in force for this decision */
  readonly delegations: readonly Delegation[];
  /** the most that one person may carry for others, in per cent of the electorate's weight */
  readonly capPercent: number;
}

/** Ballots of one weight each that nobody's name is on; those cast by delegates are among them. */
export interface NamelessVotes {
  readonly electors: number;
  readonly ballots: readonly Ballot[];
}

/**
 * Votes that were put together while they were read, so that those of a million people need not lie in memory one by
 * one. What delegations make of people's weight is for those alone whom they name.
 */
export interface GroupedVotes {
  /** of people whom no delegation names; the others' ballots come to them as they are counted */
  readonly groups: BallotGroups;
  readonly entwined: NamedVotes;
  readonly electorate: Turnout;
}

export interface Counted {
  readonly tally: Tally;
  readonly outcome: Outcome;
  readonly unit: bigint;
  /** how many people's votes a delegate cast */
  readonly delegated: number;
}

/** How the weight of an electorate is spread over those who vote. */
export interface Spread {
  readonly resolved: Resolved;
  readonly total: bigint;
  /** what each voter's ballot weighs, with what was delegated to them */
  readonly carried: ReadonlyMap<string, bigint>;
  /** owners of weight that somebody else votes with */
  readonly represented: ReadonlySet<string>;
  readonly unit: bigint;
}

const sumOf = (values: Iterable<bigint>) => {
  let sum = 0n;
  for (const value of values) sum += value;
  return sum;
};

/**
 * Follows delegations to who votes. Where anybody splits their vote, weights are counted in hundredths,
 * so that one person's single vote can be split too.
 */
export function spreadWeight(votes: NamedVotes, unit: bigint): Spread {
  const { delegations, capPercent } = votes;
  const scale = delegations.some(({ percent }) => percent < 100) ? 100n : 1n;
  const weights = new Map<string, bigint>();
  for (const [id, weight] of votes.weights) weights.set(id, weight * scale);
  const voters = new Set(votes.ballots.map(({ voter }) => voter));
  const total = votes.total === undefined ? sumOf(weights.values()) : votes.total * scale;
  const cap = (total * BigInt(capPercent)) / 100n;
  const resolved = resolveDelegations({ weights, voters, delegations, cap });
  const carried = new Map<string, bigint>();
  const represented = new Set<string>();
  for (const { owner, by, weight } of resolved.carried) {
    carried.set(by, (carried.get(by) ?? 0n) + weight);
    if (owner !== by) represented.add(owner);
  }
  return { resolved, total, carried, represented, unit: unit * scale };
}

/** Counts votes with names: each ballot weighs what its voter has and carries. */
export function countNamed(poll: Poll, votes: NamedVotes): Counted {
  const spread = spreadWeight(votes, poll.unit);
  const { carried, represented, total, unit } = spread;
  const ballots = votes.ballots.map(({ voter, ballot }) => ({
    ballot,
    weight: carried.get(voter) ?? 0n,
  }));
  return conclude({ ...poll, unit }, ballots, {
    electorate: { persons: votes.weights.size, weight: total },
    cast: { persons: ballots.length + represented.size, weight: sumOf(carried.values()) },
    delegated: represented.size,
  });
}

/** Counts votes without names: each ballot weighs one. */
export function countNameless(poll: Poll, { electors, ballots }: NamelessVotes): Counted {
  const weighted = ballots.map((ballot) => ({ ballot, weight: 1n }));
  return conclude(poll, weighted, {
    electorate: { persons: electors, weight: BigInt(electors) },
    cast: { persons: ballots.length, weight: BigInt(ballots.length) },
    delegated: 0,
  });
}

/** Counts votes that were put together: the same as if each were counted by itself. */
export function countGrouped(poll: Poll, { groups, entwined, electorate }: GroupedVotes): Counted {
  const spread = spreadWeight({ ...entwined, total: electorate.weight }, poll.unit);
  const { carried, represented, total, unit } = spread;
  groups.multiply(unit / poll.unit);
  for (const { voter, ballot } of entwined.ballots) groups.add(ballot, carried.get(voter) ?? 0n);
  let weight = 0n;
  for (const group of groups) weight += group.weight;
  return conclude({ ...poll, unit }, groups, {
    electorate: { persons: electorate.persons, weight: total },
    cast: { persons: headsOf(groups) + represented.size, weight },
    delegated: represented.size,
  });
}

interface Taking {
  readonly electorate: Turnout;
  readonly cast: Turnout;
  readonly delegated: number;
}

function conclude(
  poll: Poll,
  ballots: BallotList<Ballot>,
  { electorate, cast, delegated }: Taking,
): Counted {
  const { options, settings, quorum, threshold, tieBreak, unit, groups } = poll;
  const tally = countBallots({ options, ballots, settings, tieBreak });
  const outcome = decideOutcome({ tally, electorate, cast, quorum, threshold, groups });
  return { tally, outcome, unit, delegated };
}

/** A count as it is stored and sent: amounts as decimal text. */
export interface CountedView {
  readonly tally: TallyView;
  readonly outcome: OutcomeView;
  readonly unit: string;
  readonly delegated: number;
}

export function countToJson({ tally, outcome, unit, delegated }: Counted): CountedView {
  return {
    tally: tallyToJson(tally),
    outcome: outcomeToJson(outcome),
    unit: unit.toString(),
    delegated,
  };
}
