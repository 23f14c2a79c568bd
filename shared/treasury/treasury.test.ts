import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  balancesOf,
  fundersOf,
  monthAt,
  type Move,
  numberOf,
  outlookOf,
  paceOf,
  runwayOf,
  spentByLine,
  sumOfMoves,
} from "./index.ts";

const now = "2026-06";
const here = numberOf(now);
const move = fc.record({
  month: fc.integer({ min: here - 20, max: here }).map(monthAt),
  kind: fc.constantFrom("in" as const, "out" as const),
  party: fc.constantFrom("Ada", "Bo", "Cy"),
  lineId: fc.constantFrom("servers", "people", null),
  amount: fc.bigInt({ min: -1_000n, max: 1_000_000n }),
});
const some = fc.array(move, { maxLength: 40 });

const came = (month: string, amount: bigint, party = "Ada"): Move => {
  return { month, kind: "in", party, lineId: null, amount };
};
const went = (month: string, amount: bigint, party = "Ada"): Move => {
  return { ...came(month, amount, party), kind: "out" };
};
type Spent = readonly [line: string | null, amount: bigint];
const byLine = ([one]: Spent, [other]: Spent): number => (String(one) < String(other) ? -1 : 1);
/** So much in and out in each month since January. */
const steady = (income: bigint, costs: bigint): Move[] =>
  ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"].flatMap((month) => [
    came(month, income),
    went(month, costs, "Host"),
  ]);

describe("the balance over time", () => {
  it("has every month, also those in which nothing moved, and ends with all that is left", () => {
    const told = balancesOf([came("2026-02", 500n), went("2026-04", 200n)], now);
    expect(told.map(({ month, balance }) => [month, balance])).toEqual([
      ["2026-02", 500n],
      ["2026-03", 500n],
      ["2026-04", 300n],
      ["2026-05", 300n],
      ["2026-06", 300n],
    ]);
    expect(balancesOf([], now)).toEqual([]);
    fc.assert(
      fc.property(some, (moves) => {
        const all = sumOfMoves(moves, "in") - sumOfMoves(moves, "out");
        expect(balancesOf(moves, now).at(-1)?.balance ?? 0n).toBe(all);
      }),
    );
  });

  it("is as if nothing had been entered once an entry is reversed, in whatever order", () => {
    fc.assert(
      fc.property(some, move, (moves, wrong) => {
        const reversed = [...moves, { ...wrong, amount: -wrong.amount }, wrong];
        const sums = (list: readonly Move[]) => ({
          in: sumOfMoves(list, "in"),
          out: sumOfMoves(list, "out"),
          lines: [...spentByLine(list)].filter(([, amount]) => amount !== 0n).toSorted(byLine),
          funders: fundersOf(list, now),
        });
        expect(sums(reversed.toReversed())).toEqual(sums(moves));
      }),
    );
  });
});

describe("who funds a treasury", () => {
  it("is told of the last twelve months, with a warning from more than half on and not at half", () => {
    const half = [came("2026-01", 50n), came("2026-05", 50n, "Bo")];
    expect(fundersOf(half, now)).toMatchObject({ topShare: 0.5, isOneOverHalf: false, gini: 0 });
    const more = [...half, came("2026-06", 1n)];
    expect(fundersOf(more, now)).toMatchObject({ isOneOverHalf: true });
    expect(fundersOf([came("2025-05", 50n)], now)).toBeNull();
    expect(fundersOf([came("2025-06", 50n)], now)?.list).toHaveLength(1);
  });

  it("has the Gini coefficient of Sen's formula: of 1 and 3 it is a quarter", () => {
    const two = [came("2026-01", 1n), came("2026-01", 3n, "Bo")];
    expect(fundersOf(two, now)).toMatchObject({ gini: 0.25, topShare: 0.75 });
  });

  it("leaves out whoever got back what they gave", () => {
    const back = [came("2026-01", 9n), came("2026-02", -9n), came("2026-02", 2n, "Bo")];
    expect(fundersOf(back, now)?.list).toEqual([{ name: "Bo", amount: 2n }]);
  });
});

describe("the pace and the runway", () => {
  it("say nothing before there are three complete months", () => {
    expect(paceOf([went("2026-04", 10n)], now)).toBeNull();
    expect(paceOf([went("2026-03", 10n)], now)).toMatchObject({ months: 3, out: 10n });
    expect(paceOf([], now)).toBeNull();
  });

  it("leave this month out, which is not over, and look twelve months back at most", () => {
    const moves = [went("2024-01", 7n), went("2025-06", 5n), went("2026-06", 90n)];
    expect(paceOf(moves, now)).toEqual({ months: 12, in: 0n, out: 5n, largest: 0n });
  });

  it("is what there is by what a month costs, in whole months, and exact", () => {
    const pace = { months: 5, in: 0n, out: 500n, largest: 0n };
    expect(runwayOf(1_000n, pace)).toBe(10);
    expect(runwayOf(999n, pace)).toBe(9);
    expect(runwayOf(-1n, pace)).toBe(0);
    expect(runwayOf(1_000n, { ...pace, out: 0n })).toBeNull();
  });

  it("is the outlook in which nothing comes in any more", () => {
    const facts = {
      months: fc.integer({ min: 3, max: 12 }),
      out: fc.bigInt({ min: 1n, max: 10n ** 14n }),
    };
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.record(facts), (balance, own) => {
        const pace = { ...own, in: 0n, largest: 0n };
        const { lasts } = outlookOf({ balance, pace }, { losesLargest: false, growth: 0 }, 1);
        expect(runwayOf(balance, pace)).toBe(lasts);
      }),
    );
  });
});

describe("scenarios", () => {
  const pace = { months: 5, in: 500n, out: 600n, largest: 400n };
  const asNow = { losesLargest: false, growth: 0 };

  it("go on with the mean of the months that were looked at", () => {
    const found = paceOf(steady(100n, 120n), now);
    expect(found).toEqual({ months: 5, in: 500n, out: 600n, largest: 500n });
    expect(outlookOf({ balance: 70n, pace }, asNow, 4)).toEqual({
      balances: [70n, 50n, 30n, 10n, -10n],
      lasts: 3,
    });
  });

  it("lose the largest funder, and have costs grow", () => {
    const lost = { losesLargest: true, growth: 0 };
    expect(outlookOf({ balance: 300n, pace }, lost, 1)).toEqual({
      balances: [300n, 200n],
      lasts: 3,
    });
    const dear = { losesLargest: false, growth: 50 };
    expect(outlookOf({ balance: 300n, pace }, dear, 1)).toEqual({
      balances: [300n, 220n],
      lasts: 3,
    });
    expect(outlookOf({ balance: 0n, pace: { ...pace, out: 500n } }, asNow, 0).lasts).toBeNull();
    expect(outlookOf({ balance: -1n, pace }, asNow, 0).lasts).toBe(0);
  });

  it("are never better than what they take something from, and end where the balance does", () => {
    const balance = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(some, balance, fc.integer({ min: 0, max: 300 }), (moves, held, growth) => {
        const own = paceOf(moves, now);
        if (!own || own.out < 0n) return;
        const of2 = (scenario: typeof asNow) =>
          outlookOf({ balance: held, pace: own }, scenario, 12);
        const plain = of2(asNow);
        for (const worse of [of2({ ...asNow, growth }), of2({ ...asNow, losesLargest: true })]) {
          for (const [at, amount] of worse.balances.entries()) {
            expect(amount <= (plain.balances[at] ?? 0n)).toBe(true);
          }
          expect(worse.lasts ?? Infinity).toBeLessThanOrEqual(plain.lasts ?? Infinity);
        }
        for (const [at, amount] of plain.balances.entries()) {
          expect(amount >= 0n).toBe(plain.lasts === null || at <= plain.lasts);
        }
      }),
    );
  });

  it("refuse growth that is no whole per cent", () => {
    expect(() => outlookOf({ balance: 1n, pace }, { ...asNow, growth: 0.5 }, 1)).toThrow(
      RangeError,
    );
  });
});
