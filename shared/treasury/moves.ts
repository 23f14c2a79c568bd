/*
 * What a treasury can tell about itself, from what came in and went out. Amounts are whole numbers of the currency's
 * smallest unit (`bigint`), months are texts like 2026-03; nothing here is a float but the last step of a share.
 */

/** What one party gave or got in one month. Below zero it takes back what was entered by mistake. */
export interface Move {
  readonly month: string;
  readonly kind: "in" | "out";
  /** Nobody in particular, and empty, where it went out, or came before funders are counted. */
  readonly party: string;
  /** The line of the budget that it was spent from. */
  readonly lineId: string | null;
  readonly amount: bigint;
}

/** Months since the year 0. */
export function numberOf(month: string): number {
  const [, year = "", at = ""] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  const number = Number(year) * 12 + Number(at) - 1;
  if (year === "" || Number(at) < 1 || Number(at) > 12)
    throw new RangeError("a month is like 2026-03");
  return number;
}

export function monthAt(number: number): string {
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

export function sumOfMoves(moves: readonly Move[], kind: Move["kind"]): bigint {
  return moves.reduce((sum, move) => (move.kind === kind ? sum + move.amount : sum), 0n);
}

export interface MonthlyBalance {
  readonly month: string;
  readonly in: bigint;
  readonly out: bigint;
  /** What there is at its end. */
  readonly balance: bigint;
}

/** Every month from the first move to this one, also those in which nothing moved; none where nothing ever did. */
export function balancesOf(moves: readonly Move[], now: string): MonthlyBalance[] {
  if (moves.length === 0) return [];
  const months = moves.map(({ month }) => numberOf(month));
  const first = months.reduce((a, b) => Math.min(a, b));
  const last = months.reduce((a, b) => Math.max(a, b), numberOf(now));
  const byMonth: Move[][] = Array.from({ length: last - first + 1 }, () => []);
  for (const move of moves) byMonth[numberOf(move.month) - first]?.push(move);
  let balance = 0n;
  return byMonth.map((own, at) => {
    const [came, went] = [sumOfMoves(own, "in"), sumOfMoves(own, "out")];
    balance += came - went;
    return { month: monthAt(first + at), in: came, out: went, balance };
  });
}

/** What was spent from each line of the budget. */
export function spentByLine(moves: readonly Move[]): ReadonlyMap<string, bigint> {
  const spent = new Map<string, bigint>();
  for (const { kind, lineId, amount } of moves) {
    if (kind === "out" && lineId !== null) spent.set(lineId, (spent.get(lineId) ?? 0n) + amount);
  }
  return spent;
}
