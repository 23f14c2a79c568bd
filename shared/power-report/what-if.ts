import { type Counted, countNamed, type NamedVotes } from "../counting/count-decision.ts";
import { weigh, type Weighting } from "../counting/weighting.ts";
import { Ballot, methods, Settings, type MethodId } from "../voting/index.ts";
import type { Elector, NamedCase } from "./decided-case.ts";
import { ballotFor } from "./switched-ballot.ts";

/** How ballots of one method are read as those of another. */
export const conversions = [
  /** nothing is changed: both take an order */
  "same-order",
  /** who is named first gets the vote; a ballot that names several first, or nobody, is left out */
  "first-choice",
  /** what has at least half of the highest score is approved */
  "half-or-more",
] as const;
export type Conversion = (typeof conversions)[number];

export interface OtherMethod {
  readonly settings: Settings;
  readonly by: Conversion;
}

/** Rules and voters otherwise than they were; null where they stay. */
export interface Change {
  readonly method: OtherMethod | null;
  readonly weighting: Weighting | null;
  /** people who hold nothing and all vote for one option */
  readonly sybils: { readonly count: number; readonly option: string } | null;
  /** one more voter who has so many per cent of all that is then held */
  readonly whale: { readonly percent: number; readonly option: string } | null;
}

const kindOf = (method: MethodId) => methods[method].ballotKind;
const methodIds = Object.keys(methods) as MethodId[];

/** The methods by which the same ballots can be counted honestly, with one winner. */
export function otherMethods(settings: Settings): OtherMethod[] {
  const kind = kindOf(settings.method);
  const by = (method: MethodId, conversion: Conversion): OtherMethod => ({
    settings: Settings.parse({ method }),
    by: conversion,
  });
  if (kind === "scores") return [by("approval", "half-or-more")];
  if (kind !== "ranking") return [];
  const ordered = methodIds.filter((id) => kindOf(id) === "ranking" && id !== settings.method);
  return [...ordered.map((id) => by(id, "same-order")), by("plurality", "first-choice")];
}

/** A ballot read as one of another method; null where it says nothing there. */
function converted(ballot: Ballot, { settings, by }: OtherMethod, from: Settings): Ballot | null {
  const { method } = settings;
  const fields = ballot as Readonly<Record<string, unknown>>;
  if (by === "same-order") return Ballot.parse({ ...fields, method });
  if (by === "first-choice") {
    const [first = []] = fields["ranking"] as readonly (readonly string[])[];
    return first.length === 1 ? Ballot.parse({ method, choice: first[0] }) : null;
  }
  const most = "maxScore" in from ? from.maxScore : 0;
  const approved = Object.entries(fields["scores"] as Readonly<Record<string, number>>)
    .filter(([, score]) => score * 2 >= most)
    .map(([option]) => option);
  return Ballot.parse({ method, approved });
}

type Cast = NamedCase["ballots"];

/** The ballots that there are, as the other method reads them. */
function castBefore({ ballots, poll }: NamedCase, method: OtherMethod | null): Cast {
  if (!method) return ballots;
  return ballots.flatMap(({ voter, ballot }) => {
    const read = converted(ballot, method, poll.settings);
    return read ? [{ voter, ballot: read }] : [];
  });
}

/** What a decision would have come to; never what it did. */
export function whatIf(decided: NamedCase, change: Change): Counted {
  const { poll, delegations, capPercent } = decided;
  const settings = change.method?.settings ?? poll.settings;
  const { count = 0, option = "" } = change.sybils ?? {};
  const sybils = Array.from({ length: count }, (_, at): Elector => {
    return { id: `sybil ${at}`, role: "member", tokens: 0n, weight: 0n };
  });
  const weights = weightsWith([...decided.electors, ...sybils], {
    weighting: change.weighting ?? decided.weighting,
    percent: change.whale?.percent ?? 0,
  });
  const whales = change.whale && weights.has(whaleId) ? [change.whale] : [];
  const ballots = [
    ...castBefore(decided, change.method),
    ...sybils.map(({ id }) => ({ voter: id, ballot: ballotFor(option, settings) })),
    ...whales.map((whale) => ({ voter: whaleId, ballot: ballotFor(whale.option, settings) })),
  ];
  const votes: NamedVotes = { weights, ballots, delegations, capPercent };
  return countNamed({ ...poll, settings, tieBreak: undefined }, votes);
}

const whaleId = "whale";

/** What votes weigh, with one more who has so many per cent of the tokens where tokens count, else of the weight. */
function weightsWith(
  electors: readonly Elector[],
  { weighting, percent }: { readonly weighting: Weighting; readonly percent: number },
): Map<string, bigint> {
  const part = (total: bigint) => (total * BigInt(percent)) / BigInt(100 - percent);
  const sum = (all: readonly bigint[]) => all.reduce((so, one) => so + one, 0n);
  const holders = electors.map(({ role, tokens }) => ({ role, tokens: tokens ?? 0n }));
  const ids = electors.map(({ id }) => id);
  const isByTokens = "snapshotId" in weighting;
  if (percent > 0 && isByTokens) {
    holders.push({ role: "member", tokens: part(sum(holders.map(({ tokens }) => tokens))) });
    ids.push(whaleId);
  }
  const weights = weigh(weighting, holders);
  const all = new Map(ids.map((id, at) => [id, weights[at] ?? 0n]));
  if (percent > 0 && !isByTokens) all.set(whaleId, part(sum(weights)));
  return all;
}
