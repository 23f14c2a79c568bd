import { describe, expect, it } from "vitest";
import { type Candidate, orderFor, priorityOf } from "./next-order.ts";

const counts = (agrees: number, passes: number, seen: number) => ({
  agrees,
  passes,
  disagrees: seen - agrees - passes,
});

describe("how much a further response tells", () => {
  it("is what Polis computes, with the extremity of a statement left out", () => {
    // Computed by hand from the formula of Polis' `priority-metric`, extremity 0.
    expect(priorityOf(counts(0, 0, 0))).toBeCloseTo(5.0625, 4);
    expect(priorityOf(counts(1, 0, 1))).toBeCloseTo(12.5297, 4);
    expect(priorityOf({ agrees: 20, passes: 3, disagrees: -3 })).toBeCloseTo(1.3724, 4);
  });

  it("is the same for a statement that everybody rejects as for one that everybody accepts", () => {
    expect(priorityOf(counts(0, 1, 20))).toBe(priorityOf(counts(19, 1, 20)));
  });

  it("falls with responses and with passes", () => {
    expect(priorityOf(counts(5, 0, 10))).toBeGreaterThan(priorityOf(counts(50, 0, 100)));
    expect(priorityOf(counts(5, 0, 10))).toBeGreaterThan(priorityOf(counts(5, 5, 10)));
  });
});

describe("the order of cards", () => {
  const many = (count: number, given: (at: number) => Omit<Candidate, "id">): Candidate[] =>
    Array.from({ length: count }, (_, at) => ({ id: `statement ${at}`, ...given(at) }));
  const known = many(40, (at) => counts(10 + at, 2, 40 + at));

  it("is the same for the same seed, and another for another", () => {
    expect(orderFor("a", known)).toEqual(orderFor("a", known.toReversed()));
    expect(orderFor("a", known)).not.toEqual(orderFor("b", known));
  });

  it("puts statements with fewer than seven responses before all others", () => {
    const mixed = many(40, (at) => counts(at % 14, 0, at % 14));
    const order = orderFor("a", mixed).map(({ agrees }) => agrees >= 7);
    expect(order).toEqual(order.toSorted((a, b) => Number(a) - Number(b)));
  });

  it("stays as it is for the others when one is answered", () => {
    const order = orderFor("a", known);
    expect(
      orderFor(
        "a",
        known.filter(({ id }) => id !== order[3]?.id),
      ),
    ).toEqual(order.toSpliced(3, 1));
  });

  it("brings statements of higher priority first more often, in proportion", () => {
    const fresh = { id: "fresh", ...counts(8, 0, 8) };
    const old = { id: "old", ...counts(60, 30, 100) };
    const share = priorityOf(fresh) / (priorityOf(fresh) + priorityOf(old));
    let first = 0;
    for (let seed = 0; seed < 2_000; seed += 1) {
      if (orderFor(`${seed}`, [fresh, old])[0] === fresh) first += 1;
    }
    expect(first / 2_000).toBeCloseTo(share, 1);
  });
});
