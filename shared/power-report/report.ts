import {
  type Counted,
  countNamed,
  countNameless,
  type Poll,
  type Spread,
  spreadWeight,
} from "../counting/count-decision.ts";
import { powerIndices } from "../power/power-indices.ts";
import { type Concentration, concentrationOf, hasQuota, quotaOf } from "./concentration-of.ts";
import type { NamedCase, NamelessCase } from "./decided-case.ts";
import { type CarriedPower, carriedPower } from "./carried-power.ts";
import { type FlipFinding, minimumFlip } from "./minimum-flip.ts";
import { type UnderWeighting, underWeightings } from "./under-weightings.ts";
import { type Warning, warningsOf } from "./warnings.ts";

/** How much one voter could decide. Shares of the weight that was cast, with what was delegated to them. */
export interface VoterPower {
  readonly id: string;
  /** weight of their ballot, as decimal text */
  readonly weight: string;
  readonly share: number;
  /** Banzhaf's index as a share of all voters' power */
  readonly banzhaf: number;
  readonly shapleyShubik: number;
}

export interface Indices {
  /** by exact count, or with small holders taken together (Owen 1972) */
  readonly method: "exact" | "owen";
  /** how far the Shapley–Shubik indices are from adding up to 1 */
  readonly error: number;
  /** the weight that decides */
  readonly quota: string;
  /** those with the largest weights, the largest first */
  readonly top: readonly VoterPower[];
}

/** Who had the power in a decision. Amounts are whole numbers as decimal text, `unit` of them are one as people read it. */
export interface PowerReport {
  readonly unit: string;
  readonly turnout: {
    readonly persons: { readonly cast: number; readonly of: number };
    readonly weight: { readonly cast: string; readonly of: string };
  };
  /** The same ballots under each weighting that can be counted, the one in force first. */
  readonly weightings: readonly UnderWeighting[];
  readonly electorate: Concentration;
  /** Of the weight that was cast, by ballot. */
  readonly voters: Concentration;
  readonly flip: FlipFinding;
  /** null where nobody's name is on a ballot, and where no part of the weight decides about everything */
  readonly indices: Indices | null;
  readonly delegation: CarriedPower | null;
  readonly warnings: readonly Warning[];
}

/** So many voters are listed by name. */
const mostListed = 20;

/** The report of a decision in which it is known who voted how. */
export function powerReport(decided: NamedCase): PowerReport {
  const { poll, electors, ballots, delegations, capPercent } = decided;
  const weights = new Map(electors.map(({ id, weight }) => [id, weight]));
  const votes = { weights, ballots, delegations, capPercent };
  const counted = countNamed(poll, votes);
  const spread = spreadWeight(votes, poll.unit);
  const scaled = { ...poll, unit: spread.unit };
  const weighed = ballots.map(({ voter, ballot }) => {
    return { ballot, weight: spread.carried.get(voter) ?? 0n };
  });
  const found = {
    weightings: underWeightings(decided, counted),
    electorate: concentrationOf([...weights.values()], scaled),
    voters: concentrationOf(
      weighed.map(({ weight }) => weight),
      scaled,
    ),
    flip: minimumFlip(poll, weighed, counted.tally),
    indices: hasQuota(poll) ? indicesOf(spread, scaled, ballots) : null,
    delegation: carriedPower(spread, capPercent),
  };
  return concluded(counted, found);
}

/** What can be said of a decision without anybody's name: everybody weighs the same. */
export function namelessReport({ poll, electors, ballots }: NamelessCase): PowerReport {
  const counted = countNameless(poll, { electors, ballots });
  const weighed = ballots.map((ballot) => ({ ballot, weight: 1n }));
  const equal = (people: number) =>
    concentrationOf(
      Array.from({ length: people }, () => 1n),
      poll,
    );
  return concluded(counted, {
    weightings: underWeightings(null, counted),
    electorate: equal(electors),
    voters: equal(ballots.length),
    flip: minimumFlip(poll, weighed, counted.tally),
    indices: null,
    delegation: null,
  });
}

type Found = Omit<PowerReport, "unit" | "turnout" | "warnings">;

function concluded({ outcome, unit }: Counted, found: Found): PowerReport {
  const { persons, weight } = outcome.turnout;
  const turnout = { persons, weight: { cast: String(weight.cast), of: String(weight.of) } };
  return { unit: String(unit), turnout, ...found, warnings: warningsOf(found) };
}

function indicesOf(spread: Spread, poll: Poll, ballots: NamedCase["ballots"]): Indices {
  const voters = ballots.map(({ voter }) => ({
    id: voter,
    weight: spread.carried.get(voter) ?? 0n,
  }));
  const weights = voters.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const quota = quotaOf(poll, total);
  const { banzhafShare, shapleyShubik, method, error } = powerIndices({ weights, quota });
  const top = voters
    .map(({ id, weight }, at) => ({
      id,
      weight,
      share: total === 0n ? 0 : Number((weight * 1_000_000_000n) / total) / 1e9,
      banzhaf: banzhafShare[at] ?? 0,
      shapleyShubik: shapleyShubik[at] ?? 0,
    }))
    .toSorted((a, b) => (a.weight < b.weight ? 1 : a.weight > b.weight ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, mostListed)
    .map((one) => ({ ...one, weight: String(one.weight) }));
  return { method, error, quota: String(quota), top };
}
