import { type Delegation, resolveDelegations } from "../delegation/resolve.ts";

/** Who may vote with one vote each, who of them did, and who shall vote for the others. */
export interface PlainVotes {
  /** all of them, or those at least whom a delegation names */
  readonly electors: readonly string[];
  /** how many they are in all, where only some are given */
  readonly size?: number;
  readonly voters: ReadonlySet<string>;
  readonly delegations: readonly Delegation[];
  readonly capPercent: number;
}

/**
 * Follows delegations where nobody's vote may be split, because a part of one would be recognised: a vote
 * goes on as a whole, to where most of it was meant to go.
 * @returns who votes for whom, by owner; who votes in person is not among them
 */
export function wholeVotes(votes: PlainVotes): ReadonlyMap<string, string> {
  const { electors, size = electors.length, voters, delegations, capPercent } = votes;
  const { carried } = resolveDelegations({
    weights: new Map(electors.map((id) => [id, 1n])),
    voters,
    delegations,
    cap: (BigInt(size) * BigInt(capPercent)) / 100n,
  });
  const represented = carried.filter(({ owner, by, weight }) => owner !== by && weight > 0n);
  return new Map(represented.map(({ owner, by }) => [owner, by]));
}
