import fc from "fast-check";
import { loadHighs } from "./load-highs.ts";
import { describe, expect, it } from "vitest";
import {
  candidatesFor,
  drawUpLottery,
  examine,
  fairnessRules,
  highsSolver,
  lotterySize,
  missOf,
  numberDrawn,
  type SortitionPool,
  spreadOf,
  successorAmong,
  timesSeated,
} from "./index.ts";

const solver = highsSolver(await loadHighs());

const one = (id: string, sex: string, age: string) => ({ id, attributes: { sex, age } });

/** Eight people, of whom two are old and one old woman is rare. */
const pool = (more: Partial<SortitionPool> = {}): SortitionPool => ({
  seats: 3,
  quotas: {
    sex: { w: { min: 1, max: 2 }, m: { min: 1, max: 2 } },
    age: { young: { min: 2, max: 2 }, old: { min: 1, max: 1 } },
  },
  people: [
    one("a", "w", "young"),
    one("b", "w", "young"),
    one("c", "m", "young"),
    one("d", "m", "young"),
    one("e", "m", "young"),
    one("f", "m", "young"),
    one("g", "w", "old"),
    one("h", "m", "old"),
  ],
  onePerHousehold: false,
  ...more,
});

describe("quotas", () => {
  it("that can be met are found so, with the fewest and the most seats they allow", () => {
    expect(examine(pool(), solver)).toEqual({ isFeasible: true, fewestSeats: 3, mostSeats: 3 });
  });

  it("that contradict one another are named, with the fewest seats by which something must give way", () => {
    const quotas = {
      sex: { w: { min: 2, max: 3 }, m: { min: 0, max: 3 } },
      age: { young: { min: 0, max: 1 }, old: { min: 0, max: 1 } },
    };
    const found = examine(pool({ quotas }), solver);
    expect(found).toMatchObject({ isFeasible: false, mostSeats: 3 });
    if (found.isFeasible) return;
    expect(found.conflict).toEqual([
      { attribute: "age", value: "young", bound: "max", seats: 1 },
      { attribute: "age", value: "old", bound: "max", seats: 1 },
    ]);
    expect(found.relaxation).toHaveLength(1);
    const [{ attribute, value, instead } = { attribute: "", value: "", instead: 0 }] =
      found.relaxation;
    expect([attribute, instead]).toEqual(["age", 2]);
    const eased = { ...quotas, age: { ...quotas.age, [value]: { min: 0, max: instead } } };
    expect(examine(pool({ quotas: eased }), solver).isFeasible).toBe(true);
  });

  it("are not to blame where people are lacking", () => {
    expect(examine(pool({ seats: 9 }), solver)).toEqual({
      isFeasible: false,
      conflict: [],
      relaxation: [],
      mostSeats: 8,
    });
  });

  it("are refused for people who have no value of an attribute, and for people who are listed twice", () => {
    const [first = one("a", "w", "young")] = pool().people;
    expect(() => examine(pool({ people: [first, first] }), solver)).toThrow("twice");
    expect(() => examine(pool({ people: [one("x", "w", "ancient")] }), solver)).toThrow("age");
  });
});

describe("a lottery", () => {
  it.each(fairnessRules)(
    "by %s has a thousand panels that meet the quotas, always the same",
    { timeout: 30_000 },
    (rule) => {
      const lottery = drawUpLottery(pool(), { rule, solver });
      expect(lottery.panels).toHaveLength(lotterySize);
      for (const panel of lottery.panels) {
        const members = pool().people.filter(({ id }) => panel.includes(id));
        expect(missOf(pool(), members)).toBe(0);
        expect(members).toHaveLength(3);
      }
      expect(drawUpLottery(pool(), { rule, solver }).panels).toEqual(lottery.panels);
      expect(lottery.gap).toBeLessThanOrEqual(0.002);
    },
  );

  it("by leximin raises the lowest chance, then the next; alike people have the same", () => {
    const { maximin, aims, panels } = drawUpLottery(pool(), { rule: "leximin", solver });
    // Two young seats among six, one old among two: everybody could have that, and no one of the young more.
    expect(maximin).toBeCloseTo(1 / 3, 6);
    for (const id of "abcdef") expect(aims.get(id)).toBeCloseTo(1 / 3, 4);
    for (const id of "gh") expect(aims.get(id)).toBeCloseTo(1 / 2, 4);
    const { minimum, mean } = spreadOf(
      pool().people.map(({ id }) => id),
      panels,
    );
    expect(minimum).toBeGreaterThanOrEqual(0.331);
    expect(mean).toBeCloseTo(3 / 8, 9);
  });

  it("says who sits on no panel at all, and leaves them out of what is lowest", () => {
    const quotas = { sex: { w: { min: 3, max: 3 }, m: { min: 0, max: 0 } } };
    const { neverSelectable, maximin } = drawUpLottery(pool({ quotas }), {
      rule: "leximin",
      solver,
    });
    expect(neverSelectable).toEqual(["c", "d", "e", "f", "h"]);
    expect(maximin).toBeCloseTo(1, 6);
  });

  it("seats one of each household, and is as fair to those who share one as it can be", () => {
    const people = pool().people.map((person) => ({
      ...person,
      household: "abcd".includes(person.id) ? "big" : person.id,
    }));
    const shared = pool({ people, onePerHousehold: true });
    const { panels } = drawUpLottery(shared, { rule: "leximin", solver });
    for (const panel of panels) {
      expect(panel.filter((id) => "abcd".includes(id)).length).toBeLessThanOrEqual(1);
    }
    const times = timesSeated(panels);
    expect(Math.abs((times.get("a") ?? 0) - (times.get("b") ?? 0))).toBeLessThanOrEqual(2);
  });

  it("of any pool that allows a panel meets its quotas, and no lowest chance is above the exact one", () => {
    const people = fc.array(fc.tuple(fc.constantFrom("w", "m"), fc.constantFrom("young", "old")), {
      minLength: 4,
      maxLength: 14,
    });
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 4 }), (list, seats) => {
        const any = pool({
          seats,
          people: list.map(([sex, age], at) => ({
            ...one(`p${at}`, sex, age),
            household: `home ${at % 5}`,
          })),
          quotas: {
            sex: { w: { min: 1, max: seats }, m: { min: 0, max: seats } },
            age: { young: { min: 0, max: 2 }, old: { min: 0, max: 3 } },
          },
          onePerHousehold: true,
        });
        fc.pre(examine(any, solver).isFeasible);
        const { panels, maximin, neverSelectable, gap } = drawUpLottery(any, {
          rule: "leximin",
          solver,
        });
        const times = timesSeated(panels);
        for (const panel of new Set(panels.map((members) => members.join()))) {
          const members = any.people.filter(({ id }) => panel.split(",").includes(id));
          expect(missOf(any, members)).toBe(0);
        }
        const able = any.people.filter(({ id }) => !neverSelectable.includes(id));
        const lowest = Math.min(...able.map(({ id }) => times.get(id) ?? 0)) / lotterySize;
        expect(lowest).toBeLessThanOrEqual(maximin + 1e-6);
        expect(lowest).toBeGreaterThanOrEqual(maximin - 0.004);
        expect(gap).toBeLessThanOrEqual(0.004);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe("a draw", () => {
  it("takes each panel about equally often, by the seed alone", () => {
    const numbers = Array.from({ length: 2_000 }, (_, at) => numberDrawn(`seed ${at}`));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(lotterySize);
    // Two in each of a thousand on average: the tenth parts differ by chance alone (0.999 of chi-square with 9 degrees).
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => numbers.filter((number) => Math.floor(number / 100) === tenth).length,
    );
    expect(tenths.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)).toBeLessThan(27.88);
  });

  it("replaces whoever leaves by the lot among those with whom the quotas hold", () => {
    const candidates = candidatesFor(pool(), { staying: ["a", "h"], gone: ["c"] });
    expect(candidates).toEqual(["b", "d", "e", "f"]);
    expect(candidates).toContain(successorAmong("seed", candidates));
    expect(candidatesFor(pool(), { staying: ["a", "c"], gone: ["g", "h"] })).toEqual([
      "b",
      "d",
      "e",
      "f",
    ]);
    expect(successorAmong("seed", [])).toBeNull();
  });
});
