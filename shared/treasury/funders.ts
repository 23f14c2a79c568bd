import { gini, ratio, sumOf } from "#shared/power/concentration.ts";
import { monthAt, type Move, numberOf } from "./moves.ts";

/** How many months before this one still say who funds a treasury. */
const funderMonths = 12;

/** The first month of which it is told who gave. */
export const fundersSince = (now: string): string => monthAt(numberOf(now) - funderMonths);

export interface Funder {
  readonly name: string;
  readonly amount: bigint;
}

export interface Funders {
  /** The largest first. */
  readonly list: readonly Funder[];
  readonly total: bigint;
  /** Gini coefficient over the funders, 0 where all give the same. */
  readonly gini: number;
  /** What the largest gives of all, 0 to 1. */
  readonly topShare: number;
  /** Whether one gives more than half of all, exactly. */
  readonly isOneOverHalf: boolean;
}

/** What each party gave in all of these moves together. */
export function givenBy(moves: readonly Move[]): ReadonlyMap<string, bigint> {
  const given = new Map<string, bigint>();
  for (const { kind, party, amount } of moves) {
    if (kind === "in") given.set(party, (given.get(party) ?? 0n) + amount);
  }
  return given;
}

/** Who gave how much in this month and the twelve before; null where nobody gave anything. */
export function fundersOf(moves: readonly Move[], now: string): Funders | null {
  const since = fundersSince(now);
  const recent = moves.filter(({ month }) => month >= since);
  const list = [...givenBy(recent)]
    .map(([name, amount]) => ({ name, amount }))
    .filter(({ amount }) => amount > 0n)
    .toSorted((a, b) =>
      a.amount === b.amount ? (a.name < b.name ? -1 : 1) : a.amount < b.amount ? 1 : -1,
    );
  const [largest] = list;
  if (!largest) return null;
  const amounts = list.map(({ amount }) => amount);
  const total = sumOf(amounts);
  return {
    list,
    total,
    gini: gini(amounts),
    topShare: ratio(largest.amount, total),
    isOneOverHalf: largest.amount * 2n > total,
  };
}
