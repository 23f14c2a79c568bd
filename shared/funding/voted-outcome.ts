import { equalShares, type EqualShares } from "./equal-shares.ts";
import { greedy, type Turn } from "./greedy.ts";
import type { ProjectOutcome } from "./round.ts";
import { backersOf, type Poll } from "./poll.ts";
import type { FundingSettings } from "./settings.ts";

export type VotedRule = Exclude<FundingSettings, { rule: "quadratic" }>;
type Why = ProjectOutcome["why"];

/** An amount as text with so many decimals, cut off. */
export function decimals({ num, den }: { num: bigint; den: bigint }, digits = 4): string {
  const unit = 10n ** BigInt(digits);
  const text = String((num * unit) / den).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The outcome by ballots that back projects by points. */
export function votedOutcome(poll: Poll, settings: VotedRule) {
  const backers = backersOf(poll);
  const shares =
    settings.rule === "equal-shares"
      ? equalShares(poll, { utility: settings.utility, completion: settings.completion })
      : undefined;
  const turns = shares?.turns ?? greedy(poll, settings.utility);
  const projects = poll.projects.map(({ id, cost }, place): ProjectOutcome => {
    const why = shares ? whyByShares(place, shares) : undefined;
    const turn = turns.find((one) => one.place === place);
    const people = backers.people[place] ?? 0;
    const told = why ?? whyByTurn({ turn, shares, place, cost, people });
    const isFunded = told.code === "bought" || told.code === "filled" || told.code === "fitted";
    return {
      id,
      amount: isFunded ? Number(cost) : 0,
      people,
      points: backers.sums[place] ?? 0,
      why: told,
    };
  });
  const share = shares ? { amount: decimals(shares.share), raised: shares.raised } : null;
  return { projects, share };
}

function whyByShares(place: number, { purchases }: EqualShares): Why | undefined {
  const at = purchases.findIndex((purchase) => purchase.place === place);
  const purchase = purchases[at];
  if (!purchase) return undefined;
  const { price, inFull, emptied } = purchase;
  return { code: "bought", values: { order: at + 1, price: decimals(price), inFull, emptied } };
}

interface Unbought {
  readonly turn: Turn | undefined;
  readonly shares: EqualShares | undefined;
  readonly place: number;
  readonly cost: bigint;
  readonly people: number;
}

function whyByTurn({ turn, shares, place, cost, people }: Unbought): Why {
  if (people === 0) return { code: "nobody", values: {} };
  const rest = Number(turn?.left ?? 0n);
  if (turn?.isFunded) return { code: shares ? "filled" : "fitted", values: { rest } };
  if (!shares) return { code: "did-not-fit", values: { rest, cost: Number(cost) } };
  const left = Number(shares.left.get(place) ?? 0n);
  return { code: "unpayable", values: { left, rest, cost: Number(cost) } };
}
