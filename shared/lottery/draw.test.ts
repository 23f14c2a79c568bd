import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashText } from "#shared/counting/lot-order.ts";
import { draw, quotasOf, replace } from "./draw.ts";
import { earlierHalf, hashPool, inCanonicalOrder } from "./pool.ts";
import { testPool } from "./testing-draw.ts";

const seeds = (count: number) => Array.from({ length: count }, (_, n) => hashText(`seed ${n}`));

describe("the pool", () => {
  it("has one hash, in whatever order people are listed", () => {
    const pool = testPool(9, ["a", "b"]);
    const shuffled = fc.shuffledSubarray(pool, { minLength: pool.length });
    fc.assert(
      fc.property(shuffled, (listed) => {
        expect(hashPool(listed)).toBe(hashPool(pool));
        expect(inCanonicalOrder(listed)).toEqual(pool);
      }),
    );
  });

  it("is halved by who came first, and by id where they came together", () => {
    const comers = [
      { id: "c", since: 5 },
      { id: "b", since: 5 },
      { id: "a", since: 9 },
    ];
    expect([...earlierHalf(comers)]).toEqual(["b", "c"]);
  });
});

describe("a draw", () => {
  it("is by the hash of seed and pseudonym: the first of each stratum sit, the others follow", () => {
    const pool = testPool(12);
    const seed = hashText("the seed");
    const order = pool
      .map(({ pseudonym }) => pseudonym)
      .toSorted((a, b) => (hashText(`${seed}/${a}`) < hashText(`${seed}/${b}`) ? -1 : 1));
    const { seated, reserve } = draw(pool, 6, seed);
    const isEarlier = (one: string) =>
      pool.find(({ pseudonym }) => pseudonym === one)?.tenure === "earlier";
    const first = (which: boolean) => order.filter((one) => isEarlier(one) === which).slice(0, 3);
    const expected = [...first(true), ...first(false)];
    expect(seated).toEqual(order.filter((one) => expected.includes(one)));
    expect(reserve).toEqual(order.filter((one) => !expected.includes(one)));
  });

  it("does not follow from the order in which people are listed", () => {
    const pool = testPool(14, ["a", "b", null]);
    const shuffled = fc.shuffledSubarray(pool, { minLength: pool.length });
    fc.assert(
      fc.property(shuffled, fc.string(), (listed, seed) => {
        expect(draw(listed, 5, seed)).toEqual(draw(pool, 5, seed));
      }),
    );
  });

  it("gives everybody the same chance (chi-square over fixed seeds)", () => {
    const pool = testPool(12);
    const times = new Map(pool.map(({ pseudonym }) => [pseudonym, 0]));
    const draws = 3_000;
    for (const seed of seeds(draws)) {
      for (const one of draw(pool, 6, seed).seated) times.set(one, (times.get(one) ?? 0) + 1);
    }
    // Within a stratum three of six are drawn without putting back: (N - 1) / N of the sum has N - 1 degrees of freedom.
    const expected = draws / 2;
    const sum = [...times.values()].reduce(
      (total, seen) => total + (seen - expected) ** 2 / (expected * 0.5),
      0,
    );
    // 29.59 is the 0.999 quantile of chi-square with the ten degrees that two strata of six leave.
    expect((sum * 5) / 6).toBeLessThan(29.59);
    expect(Math.min(...times.values())).toBeGreaterThan(0);
  });

  it("puts each first about equally often (chi-square over fixed seeds)", () => {
    const pool = testPool(10);
    const first = new Map<string, number>();
    const draws = 2_000;
    for (const seed of seeds(draws)) {
      const [one = ""] = draw(pool, 3, seed).seated;
      first.set(one, (first.get(one) ?? 0) + 1);
    }
    const expected = draws / pool.length;
    const sum = pool.reduce(
      (total, { pseudonym }) => total + ((first.get(pseudonym) ?? 0) - expected) ** 2 / expected,
      0,
    );
    // 27.88 is the 0.999 quantile of chi-square with nine degrees of freedom.
    expect(sum).toBeLessThan(27.88);
  });

  it("refuses more seats than people", () => {
    expect(() => draw(testPool(2), 3, "seed")).toThrow(RangeError);
  });
});

describe("strata", () => {
  const groups = fc.array(fc.constantFrom("a", "b", "c", null), { minLength: 6, maxLength: 40 });

  it("hold as many seats as their share of the pool, up to the next whole seat but for one that moved", () => {
    fc.assert(
      fc.property(groups, fc.constantFrom(3, 5, 11), fc.string(), (list, wanted, seed) => {
        const pool = list.map((group, n) => ({
          pseudonym: hashText(`${n}`),
          tenure: n % 3 === 0 ? ("earlier" as const) : ("later" as const),
          group,
        }));
        const seats = Math.min(wanted, pool.length);
        const quotas = quotasOf(pool, seats, seed);
        let total = 0;
        for (const [name, quota] of quotas) {
          const members = pool.filter(
            ({ tenure, group }) => JSON.stringify([tenure, group]) === name,
          ).length;
          const share = (members * seats) / pool.length;
          expect(quota).toBeGreaterThanOrEqual(Math.floor(share) - 2);
          expect(quota).toBeLessThanOrEqual(Math.min(members, Math.ceil(share) + 2));
          total += quota;
        }
        expect(total).toBe(seats);
      }),
    );
  });

  it("never leave all seats to one group, or to one half of the members, where there are others", () => {
    fc.assert(
      fc.property(groups, fc.constantFrom(3, 5), fc.string(), (list, seats, seed) => {
        const pool = list.map((group, n) => ({
          pseudonym: hashText(`${n}`),
          tenure: n === 0 ? ("earlier" as const) : ("later" as const),
          group,
        }));
        const { seated } = draw(pool, seats, seed);
        const sitters = pool.filter(({ pseudonym }) => seated.includes(pseudonym));
        expect(sitters).toHaveLength(seats);
        expect(new Set(sitters.map(({ tenure }) => tenure)).size).toBe(2);
        const others = new Set(pool.map(({ group }) => group)).size > 1;
        expect(new Set(sitters.map(({ group }) => group)).size > 1).toBe(others);
      }),
    );
  });
});

describe("whoever does not sit", () => {
  it("is followed by the first of the reserve from the same stratum", () => {
    const pool = testPool(12, ["a", "a", "b"]);
    const drawn = draw(pool, 5, "seed");
    const [out = ""] = drawn.seated;
    const kindOf = (one: string) => {
      const entry = pool.find(({ pseudonym }) => pseudonym === one);
      return [entry?.tenure, entry?.group];
    };
    const after = replace(pool, drawn, out);
    const alike = drawn.reserve.find((one) => String(kindOf(one)) === String(kindOf(out)));
    expect(after.successor).toBe(alike ?? "");
    expect(after.seated).toEqual([...drawn.seated.filter((one) => one !== out), after.successor]);
    expect(after.reserve).not.toContain(after.successor);
  });

  it("is followed so that no group comes to hold all seats, and by nobody once all were asked", () => {
    const pool = [
      { pseudonym: "1", tenure: "earlier" as const, group: "b" },
      { pseudonym: "2", tenure: "later" as const, group: "a" },
      { pseudonym: "3", tenure: "earlier" as const, group: "a" },
    ];
    const others = [
      { pseudonym: "4", tenure: "later" as const, group: "a" },
      { pseudonym: "5", tenure: "later" as const, group: "b" },
    ];
    const drawn = { seated: ["1", "2", "3"], reserve: ["4", "5"] };
    const after = replace([...pool, ...others], drawn, "1");
    expect(after.successor).toBe("5");
    const last = replace([...pool, ...others], { ...after, reserve: [] }, "5");
    expect(last).toEqual({ seated: ["2", "3"], reserve: [], successor: null });
  });
});
