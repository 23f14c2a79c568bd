import { hashElectorate } from "../counting/electorate-hash.ts";
import { weigh, weightUnit } from "../counting/weighting.ts";
import type { Bundle, BundleElector } from "./bundle.ts";
import { fault, type RecountFault } from "./checks.ts";
import type { ReadBallots } from "./read-ballots.ts";

const frozen = ({ id, role, tokens, weight }: BundleElector) => ({
  id,
  role,
  tokens: tokens === null ? null : BigInt(tokens),
  weight: BigInt(weight),
});

/** Whether the electors are those of the opening, and whether each ballot is of one of them, with that weight. */
export function checkElectors(bundle: Bundle, { valid }: ReadBallots): RecountFault[] {
  const { decision, electors, ballots } = bundle;
  if (decision.secrecy === "secret") return [fault("electors-named")];
  const all = (electors ?? []).map(frozen);
  const { size, weight, hash } = decision.electorate;
  const weights = new Map(all.map((elector) => [elector.id, elector.weight]));
  const total = all.reduce((sum, elector) => sum + elector.weight, 0n);
  const isCounted = weights.size === size && all.length === size && total === BigInt(weight);
  return [
    ...(hashElectorate(all) === hash ? [] : [fault("electors-changed")]),
    ...(isCounted ? [] : [fault("electors-miscounted", { stated: size, found: weights.size })]),
    ...(valid.length <= size
      ? []
      : [fault("more-ballots-than-electors", { ballots: valid.length, electors: size })]),
    ...checkVoters(ballots, weights),
  ];
}

function* checkVoters(
  ballots: Bundle["ballots"],
  weights: ReadonlyMap<string, bigint>,
): Generator<RecountFault> {
  const voters = new Set<string>();
  for (const { ballotId, voter = "", weight: stated = "" } of ballots) {
    const own = weights.get(voter);
    if (voters.has(voter)) yield fault("voter-twice", { ballotId });
    voters.add(voter);
    if (own === undefined) yield fault("no-elector", { ballotId });
    else if (stated !== String(own)) {
      yield fault("reweighted", { ballotId, stated, weight: String(own) });
    }
  }
}

/** Whether weights follow from what electors hold, or from their roles. */
export function checkWeights({ decision, electors }: Bundle): RecountFault[] {
  const { weighting, unit } = decision;
  const all = (electors ?? []).map(frozen);
  const holders = all.map(({ role, tokens }) => ({ role, tokens: tokens ?? 0n }));
  const right = weigh(weighting, holders);
  const faults = all.flatMap(({ id, weight }, at) =>
    weight === right[at]
      ? []
      : [fault("weight-wrong", { elector: id, stated: String(weight), right: String(right[at]) })],
  );
  const isByTokens = weighting.kind === "token" || weighting.kind === "capped-token";
  const isUnit = isByTokens ? /^10*$/.test(unit) : BigInt(unit) === weightUnit(weighting, 0);
  return isUnit ? faults : [...faults, fault("unit-wrong", { unit })];
}

/** Whether delegations are between electors, each gives away no more than all, and any were allowed. */
export function checkDelegations({ decision, electors }: Bundle): RecountFault[] {
  const { delegations, delegationCap } = decision;
  const ids = new Set((electors ?? []).map(({ id }) => id));
  const all = delegations ?? [];
  if (delegationCap === null && all.length > 0) return [fault("delegation-not-allowed")];
  const given = new Map<string, number>();
  for (const { from, percent } of all) given.set(from, (given.get(from) ?? 0) + percent);
  return [
    ...all
      .filter(({ from, to }) => !ids.has(from) || !ids.has(to) || from === to)
      .map(({ from, to }) => fault("delegation-of-strangers", { from, to })),
    ...[...given]
      .filter(([, percent]) => percent > 100)
      .map(([from, percent]) => fault("delegated-too-much", { from, percent })),
  ];
}
