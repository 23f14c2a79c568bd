import { givenBy } from "./funders.ts";
import { type Move, monthAt, numberOf, sumOfMoves } from "./moves.ts";

/** How many complete months are needed to say anything about those to come, and how many are looked at. */
export const fewestMonths = 3;
export const mostMonths = 12;

/** What came in and went out in the complete months that were looked at, together. */
export interface Pace {
  readonly months: number;
  readonly in: bigint;
  readonly out: bigint;
  /** What the one who gave most in these months gave. */
  readonly largest: bigint;
}

/**
 * The pace of a treasury: its last twelve complete months, or as many as there are since the first move. This month is
 * not over and is left out. Null of fewer than three months, which say nothing yet.
 */
export function paceOf(moves: readonly Move[], now: string): Pace | null {
  if (moves.length === 0) return null;
  const last = numberOf(now) - 1;
  const begun = moves.map(({ month }) => numberOf(month)).reduce((a, b) => Math.min(a, b));
  const first = Math.max(begun, last - mostMonths + 1);
  const months = last - first + 1;
  if (months < fewestMonths) return null;
  const looked = moves.filter(({ month }) => monthAt(first) <= month && month <= monthAt(last));
  const given = [...givenBy(looked).values()];
  const largest = given.reduce((most, amount) => (amount > most ? amount : most), 0n);
  return { months, in: sumOfMoves(looked, "in"), out: sumOfMoves(looked, "out"), largest };
}

/**
 * The runway: for how many whole months what there is pays for costs as they were in the mean of these months, if
 * nothing more comes in. Null where nothing was spent.
 */
export function runwayOf(balance: bigint, { months, out }: Pace): number | null {
  if (out <= 0n) return null;
  return balance <= 0n ? 0 : Number((balance * BigInt(months)) / out);
}

/** What is supposed about the months to come. */
export interface Scenario {
  /** Whether the largest funder gives nothing any more. */
  readonly losesLargest: boolean;
  /** By how many per cent costs are higher, a whole number from 0 on. */
  readonly growth: number;
}

export interface Outlook {
  /** What there is after so many months, from none on; rounded down to the smallest unit. */
  readonly balances: readonly bigint[];
  /** The last month after which there is still something, or nothing but no debt; null where it lasts without end. */
  readonly lasts: number | null;
}

/** What there would be in the months to come, if they are like the mean of those that were looked at but for the scenario. Exact. */
export function outlookOf(
  { balance, pace }: { readonly balance: bigint; readonly pace: Pace },
  { losesLargest, growth }: Scenario,
  horizon: number,
): Outlook {
  if (!Number.isSafeInteger(growth) || growth < 0)
    throw new RangeError("growth is whole per cents");
  const comes = (pace.in - (losesLargest ? pace.largest : 0n)) * 100n;
  const goes = pace.out * BigInt(100 + growth);
  const parts = 100n * BigInt(pace.months);
  const after = (months: number) =>
    floorOf(balance * parts + BigInt(months) * (comes - goes), parts);
  const balances = Array.from({ length: horizon + 1 }, (_, months) => after(months));
  if (balance < 0n) return { balances, lasts: 0 };
  return { balances, lasts: goes > comes ? Number((balance * parts) / (goes - comes)) : null };
}

/** Whole numbers divide towards zero by themselves; below zero there is less then. */
function floorOf(part: bigint, whole: bigint): bigint {
  const down = part / whole;
  return part < 0n && down * whole !== part ? down - 1n : down;
}
