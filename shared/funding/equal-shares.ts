import { greedy, type Turn } from "./greedy.ts";
import { backersOf, costOf, lotPlaces, type Backers, type Poll, type Utility } from "./poll.ts";
import { ShareRun, type Purchase } from "./share-run.ts";

export interface EqualSharesSettings {
  readonly utility: Utility;
  /**
   * `none`: what nobody can pay for out of equal shares stays unspent. `add1`: everybody's share is raised step by step
   * as long as what is bought costs no more than the budget, and the last such outcome counts; what is left then goes to
   * those with most points that still fit, unless `utilitarian` is false.
   */
  readonly completion: "none" | "add1";
  readonly utilitarian?: boolean;
  /** By how much each share is raised at a time; a hundredth of the share, or the smallest unit, where it is left out. */
  readonly step?: bigint | undefined;
  /** How often shares are raised at most. */
  readonly mostRaises?: number | undefined;
  /** Whether raising ends as soon as nothing more that anybody backs would fit in the budget. */
  readonly untilNothingFits?: boolean | undefined;
  /** What settles the order of projects that are level in everything; the lot where it is left out. */
  readonly order?: LevelOrder | undefined;
}

/** Which of several projects comes first that are level in price, people and cost. */
export interface LevelOrder {
  /** below zero where the first one does */
  compare(one: number, other: number): number;
  /** A project was bought, and comparisons before this are over. */
  bought(place: number): void;
}

export interface EqualShares {
  /** what each began with, as a fraction; and how often it had been raised */
  readonly share: { readonly num: bigint; readonly den: bigint };
  readonly raised: number;
  readonly purchases: readonly Purchase[];
  /** what completion funded or passed over after that */
  readonly turns: readonly Turn[];
  /** for projects that nobody could pay for: what their backers had left together, in whole units, rounded down */
  readonly left: ReadonlyMap<number, bigint>;
  /** places of the funded projects, in the order in which they were funded */
  readonly funded: readonly number[];
}

/** More than enough to double everybody's share in steps of a hundredth, again and again. */
const mostSteps = 20_000;

const hundredth = (budget: bigint, heads: bigint): bigint => {
  const parts = heads * 100n;
  return (budget + parts - 1n) / parts;
};

/**
 * The Method of Equal Shares, exactly. Everybody begins with an equal share of the budget; again and again the project is
 * bought for which those who back it pay least for what it is worth to them, each in proportion to their points, or what
 * they have left if that is less. Where two are level, the one that more people back comes first, then the cheaper one,
 * then the one that comes first in the lot.
 */
export function equalShares(poll: Poll, settings: EqualSharesSettings): EqualShares {
  const { utility, completion, utilitarian = true } = settings;
  const backers = backersOf(poll);
  const { run, raised } = completed(poll, backers, settings);
  const bought = new Set(run.purchases.map(({ place }) => place));
  const isFilled = completion === "add1" && utilitarian;
  const turns = isFilled ? greedy(poll, utility, bought) : [];
  const filled = turns.filter(({ isFunded }) => isFunded).map(({ place }) => place);
  const left = new Map<number, bigint>();
  poll.projects.forEach((_, place) => {
    if (bought.has(place)) return;
    const { num, den } = run.leftFor(place);
    left.set(place, num / den);
  });
  const heads = BigInt(Math.max(1, backers.heads));
  const raise = BigInt(raised) * stepOf(poll, backers, settings);
  const share = { num: startOf(poll, backers, raise), den: heads };
  return { share, raised, purchases: run.purchases, turns, left, funded: [...bought, ...filled] };
}

const stepOf = ({ budget }: Poll, { heads }: Backers, { step }: EqualSharesSettings): bigint =>
  step ?? hundredth(budget, BigInt(Math.max(1, heads)));

/** Everybody's share after it was raised by so much in all, times the number of people. */
const startOf = ({ budget }: Poll, { heads }: Backers, raise: bigint): bigint =>
  budget + raise * BigInt(heads);

function completed(poll: Poll, backers: Backers, settings: EqualSharesSettings) {
  const step = stepOf(poll, backers, settings);
  if (step <= 0n) throw new RangeError("shares are raised by more than nothing");
  const backed = backers.people.filter((people) => people > 0).length;
  const { utility, order = byLot(poll), mostRaises = mostSteps, untilNothingFits } = settings;
  const runAt = (steps: number) => {
    const start = startOf(poll, backers, BigInt(steps) * step);
    return shareOut({ poll, backers, utility, start, order });
  };
  let raised = 0;
  let run = runAt(0) ?? new ShareRun(poll, backers, { utility, start: nobody });
  if (settings.completion === "none") return { run, raised };
  while (run.purchases.length < backed && raised < mostRaises) {
    if (untilNothingFits && !fitsMore(poll, backers, run)) break;
    const next = runAt(raised + 1);
    if (!next) break;
    run = next;
    raised += 1;
  }
  return { run, raised };
}

/** Whether the rest of the budget is enough for something that somebody backs. */
function fitsMore(poll: Poll, { people }: Backers, { purchases }: ShareRun): boolean {
  const bought = new Set(purchases.map(({ place }) => place));
  const left = poll.budget - costOf(poll, bought);
  return poll.projects.some(
    ({ cost }, place) => cost <= left && !bought.has(place) && (people[place] ?? 0) > 0,
  );
}

const nobody = { num: 0n, den: 1n };

interface Shared {
  readonly poll: Poll;
  readonly backers: Backers;
  readonly utility: Utility;
  readonly start: bigint;
  readonly order: LevelOrder;
}

function byLot(poll: Poll): LevelOrder {
  const lots = lotPlaces(poll);
  return {
    compare: (one, other) => (lots[one] ?? 0) - (lots[other] ?? 0),
    bought: () => undefined,
  };
}

/** Buys until nothing more can be bought; undefined where that costs more than the budget. */
function shareOut({ poll, backers, utility, start, order }: Shared): ShareRun | undefined {
  const den = BigInt(Math.max(1, backers.heads));
  const run = new ShareRun(poll, backers, { utility, start: { num: start, den } });
  const costs = poll.projects.map(({ cost }) => cost);
  const first = (one: number, other: number): number => {
    const people = (backers.people[other] ?? 0) - (backers.people[one] ?? 0);
    if (people !== 0) return people;
    const [left = 0n, right = 0n] = [costs[one], costs[other]];
    return left === right ? order.compare(one, other) : left < right ? -1 : 1;
  };
  let spent = 0n;
  for (;;) {
    const purchase = run.buyNext(first);
    if (!purchase) return run;
    order.bought(purchase.place);
    spent += costOf(poll, [purchase.place]);
    if (spent > poll.budget) return undefined;
  }
}
