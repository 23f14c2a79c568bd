import { type Counted, countNamed } from "../counting/count-decision.ts";
import { weigh, type Weighting } from "../counting/weighting.ts";
import type { Tally } from "../voting/tally.ts";
import type { NamedCase } from "./decided-case.ts";

/** What the same ballots come to under one weighting. */
export interface UnderWeighting {
  readonly kind: Weighting["kind"];
  /** the cap, in per cent of what all electors hold; null where there is none */
  readonly percent: number | null;
  readonly isInForce: boolean;
  readonly winners: readonly string[];
  readonly runnerUp: string | null;
  /** how far the winner is ahead, and of how much at most; null where several are level or there is no other */
  readonly lead: { readonly by: string; readonly of: string } | null;
  readonly result: Counted["outcome"]["result"];
  /** from the weighting in force: another winner, or the same one with another end under the rules */
  readonly differs: "no" | "winner" | "result";
}

/** The caps that are compared with each other, in per cent. */
const caps = [1, 5, 10] as const;

/** Where no snapshot is meant: the tokens are in the case. */
const snapshotId = "";

/** Counts the ballots under every weighting for which enough is known; the one in force, which is counted already, comes first. */
export function underWeightings(decided: NamedCase | null, counted: Counted): UnderWeighting[] {
  const inForce: Weighting = decided?.weighting ?? { kind: "one-person" };
  const first = describe(inForce, counted, counted);
  if (!decided) return [first];
  const others = comparable(decided).filter((one) => nameOf(one) !== nameOf(inForce));
  return [
    first,
    ...others.map((weighting) => describe(weighting, countUnder(weighting, decided), counted)),
  ];
}

/** The weightings for which enough is known, besides the one in force. */
export function comparable({ electors }: Pick<NamedCase, "electors">): Weighting[] {
  const all: Weighting[] = [{ kind: "one-person" }];
  if (electors.every(({ tokens }) => tokens === null)) return all;
  return [
    ...all,
    { kind: "token", snapshotId },
    { kind: "square-root", snapshotId },
    ...caps.map((percent): Weighting => ({ kind: "capped-token", snapshotId, percent })),
  ];
}

const percentOf = (weighting: Weighting) =>
  weighting.kind === "capped-token" ? weighting.percent : null;
const nameOf = (weighting: Weighting) => `${weighting.kind} ${percentOf(weighting) ?? ""}`;

/** The count of a decision as if its votes had weighed otherwise. */
export function countUnder(weighting: Weighting, decided: NamedCase): Counted {
  const { poll, electors, ballots, delegations, capPercent } = decided;
  const weights = weigh(
    weighting,
    electors.map(({ role, tokens }) => ({ role, tokens: tokens ?? 0n })),
  );
  return countNamed(poll, {
    weights: new Map(electors.map(({ id }, at) => [id, weights[at] ?? 0n])),
    ballots,
    delegations,
    capPercent,
  });
}

function describe(weighting: Weighting, counted: Counted, inForce: Counted): UnderWeighting {
  const { tally, outcome } = counted;
  const { winners } = tally;
  const runnerUp = runnersUp(tally)[0] ?? null;
  return {
    kind: weighting.kind,
    percent: percentOf(weighting),
    isInForce: counted === inForce,
    winners,
    runnerUp,
    lead: runnerUp === null || winners.length !== 1 ? null : leadOver(tally, runnerUp),
    result: outcome.result,
    differs: differenceOf(counted, inForce),
  };
}

function differenceOf(one: Counted, other: Counted): UnderWeighting["differs"] {
  const [winners, others] = [one.tally.winners, other.tally.winners];
  const isSame =
    winners.length === others.length && winners.every((option) => others.includes(option));
  if (!isSame) return "winner";
  return one.outcome.result === other.outcome.result ? "no" : "result";
}

/** The best of those who do not win; several where they are level. */
export function runnersUp({ ranking, winners }: Tally): readonly string[] {
  for (const group of ranking) {
    const rest = group.filter((option) => !winners.includes(option));
    if (rest.length > 0) return rest;
  }
  return [];
}

/** By how much more weight the winner is preferred, where ballots compare; otherwise by how much its score is higher. */
function leadOver(tally: Tally, runnerUp: string): UnderWeighting["lead"] {
  const { pairs, options, weight, denominator, scores, winners, support } = tally;
  const [winner = ""] = winners;
  if (pairs) {
    const [one, other] = [options.indexOf(winner), options.indexOf(runnerUp)];
    const preferred = (a: number, b: number) => pairs.preferred[a]?.[b] ?? 0n;
    const by = preferred(one, other) - preferred(other, one);
    return { by: String(by), of: String(weight * BigInt(denominator)) };
  }
  const scoreOf = (option: string) => scores.find((entry) => entry.option === option)?.score ?? 0n;
  const by = scoreOf(winner) - scoreOf(runnerUp);
  const of = support?.[0]?.of ?? weight * BigInt(denominator);
  return { by: String(by), of: String(of) };
}
