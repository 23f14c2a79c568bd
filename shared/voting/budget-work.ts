import type { EqualShares } from "../funding/equal-shares.ts";
import { greedy } from "../funding/greedy.ts";
import { settledTurns } from "../funding/level-turns.ts";
import { backersOf, costOf, type Poll } from "../funding/poll.ts";
import { decimals } from "../funding/voted-outcome.ts";
import type { BudgetSettings } from "./budget-settings.ts";
import type { FundingWork } from "./funding-work.ts";

/** A poll whose money is counted in parts of the currency's smallest unit: so many of them make one. */
export interface FinePoll extends Poll {
  readonly scale: bigint;
}

interface Asked {
  readonly settings: BudgetSettings;
  readonly tieBreak?: unknown;
  readonly shares: EqualShares;
  /** a tie decides what is funded, and nothing has settled it */
  readonly isOpen: boolean;
}

type Funded = NonNullable<FundingWork["options"]>[number];

const fineDigits = 6;

/** Who paid for what, and what greedy funding would have funded. */
export function fundingWork(poll: FinePoll, asked: Asked): FundingWork {
  const { settings, tieBreak, shares, isOpen } = asked;
  const { num, den } = shares.share;
  return {
    budget: settings.budget,
    share: { amount: decimals({ num, den: den * poll.scale }, fineDigits), raised: shares.raised },
    options: isOpen ? null : optionsOf(poll, shares),
    greedy: greedyWork(poll, settings, tieBreak !== undefined),
  };
}

function optionsOf(poll: FinePoll, shares: EqualShares): Funded[] {
  const { people } = backersOf(poll);
  return poll.projects.map(({ id, cost }, place): Funded => {
    const asked = { option: id, cost: Number(cost / poll.scale) };
    const order = shares.purchases.findIndex((purchase) => purchase.place === place);
    const purchase = shares.purchases[order];
    if (purchase) {
      const { price, inFull, emptied } = purchase;
      const paid = decimals({ num: price.num, den: price.den * poll.scale }, fineDigits);
      const bought = { why: "bought", order: order + 1, price: paid, inFull, emptied } as const;
      return { ...asked, ...bought, left: null };
    }
    const unpaid = { ...asked, order: null, price: null, inFull: 0, emptied: 0, left: null };
    if (shares.funded.includes(place)) return { ...unpaid, why: "filled" };
    if ((people[place] ?? 0) === 0) return { ...unpaid, why: "nobody" };
    const left = Number((shares.left.get(place) ?? 0n) / poll.scale);
    return { ...unpaid, why: "unpayable", left };
  });
}

function greedyWork(poll: FinePoll, { utility }: BudgetSettings, isDrawn: boolean) {
  const turns = greedy(poll, utility);
  const funded = turns.filter(({ isFunded }) => isFunded).map(({ place }) => place);
  const settled = isDrawn ? { funded, level: [] } : settledTurns(poll, turns);
  const idOf = (place: number) => poll.projects[place]?.id ?? "";
  return {
    funded: settled.funded.map(idOf),
    spent: Number(costOf(poll, funded) / poll.scale),
    level: settled.level.map(({ between, places }) => ({ between: between.map(idOf), places })),
  };
}
