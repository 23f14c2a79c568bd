import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPromises, type CountedPromise } from "./promises.ts";
import { progressAfter } from "./progress.ts";
import { rollUp } from "./roll-up.ts";
import { type CommitmentFacts, commitmentStates, reviewOutcomes, stateOf } from "./state.ts";

const part = fc.record({
  progress: fc.integer({ min: 0, max: 100 }),
  weight: fc.integer({ min: 1, max: 1_000_000 }),
});
const parts = fc.array(part, { minLength: 1, maxLength: 30 });

describe("the progress of a whole", () => {
  it("is that of its parts by weight, as Decidim has it for weights that add up to one", () => {
    expect(rollUp([half(4), whole(6)])).toBe(80);
  });

  it("does not leave 0 to 100 where weights add up to more, as it does in Decidim", () => {
    expect(rollUp([half(2), whole(3)])).toBe(80);
    fc.assert(
      fc.property(parts, (some) => {
        const all = rollUp(some) ?? -1;
        const each = some.map(({ progress }) => progress);
        expect(all).toBeGreaterThanOrEqual(Math.min(...each));
        expect(all).toBeLessThanOrEqual(Math.max(...each));
      }),
    );
  });

  it("is all only once every part is", () => {
    expect(rollUp([{ progress: 99, weight: 1 }, whole(1_000_000)])).toBe(99);
    fc.assert(
      fc.property(parts, (some) => {
        expect(rollUp(some) === 100).toBe(some.every(({ progress }) => progress === 100));
      }),
    );
  });

  it("goes by the relation of weights alone, exactly, in whatever order", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 1_000 }), (some, times) => {
        const scaled = some.map(({ progress, weight }) => ({ progress, weight: weight * times }));
        expect(rollUp(scaled.toReversed())).toBe(rollUp(some));
        const sum = (of: (one: (typeof some)[number]) => number) =>
          some.reduce((all, one) => all + BigInt(of(one)), 0n);
        const exact = sum(({ progress, weight }) => progress * weight) / sum((one) => one.weight);
        expect(rollUp(some)).toBe(Number(exact));
      }),
    );
  });

  it("is none of nothing, and refuses what is no progress or no weight", () => {
    expect(rollUp([])).toBeNull();
    for (const bad of [
      { progress: 101, weight: 1 },
      { progress: -1, weight: 1 },
      { progress: 0.5, weight: 1 },
      { progress: 1, weight: 0 },
      { progress: 1, weight: Number.NaN },
    ]) {
      expect(() => rollUp([bad])).toThrow(RangeError);
    }
  });
});

const half = (weight: number) => ({ progress: 50, weight });
const whole = (weight: number) => ({ progress: 100, weight });

describe("what was reported", () => {
  const after = (...percents: number[]) =>
    progressAfter(percents.map((percent, at) => ({ percent, at })));

  it("holds as it was said last, also where less is done than was said before", () => {
    expect(after()).toEqual({ progress: 0, doneAt: null });
    expect(after(20, 60, 40)).toEqual({ progress: 40, doneAt: null });
    expect(after(100, 90)).toEqual({ progress: 90, doneAt: null });
  });

  it("is done since it was first said to be, whatever is added later", () => {
    expect(after(50, 100, 100)).toEqual({ progress: 100, doneAt: 1 });
    expect(after(100, 70, 100, 100)).toEqual({ progress: 100, doneAt: 2 });
  });
});

const promise: CommitmentFacts = {
  answer: "accepted",
  isWithdrawn: false,
  progress: 0,
  dueAt: 1_000,
  review: null,
};

describe("where a commitment stands", () => {
  it("is open until its owner answers, and overdue only where somebody promised it", () => {
    expect(stateOf({ ...promise, answer: null }, 2_000)).toBe("open");
    expect(stateOf({ ...promise, answer: "declined" }, 2_000)).toBe("declined");
    expect(stateOf(promise, 999)).toBe("accepted");
    expect(stateOf(promise, 1_000)).toBe("overdue");
  });

  it("follows its progress", () => {
    expect(stateOf({ ...promise, progress: 1 }, 0)).toBe("underway");
    expect(stateOf({ ...promise, progress: 99 }, 1_000)).toBe("overdue");
    expect(stateOf({ ...promise, progress: 100 }, 5_000)).toBe("done");
  });

  it("is what a review found, from then on", () => {
    const found = reviewOutcomes.map((review) => stateOf({ ...promise, review }, 5_000));
    expect(found).toEqual(["worked", "changed", "revoked"]);
  });

  it("never goes back from overdue by the clock alone", () => {
    const facts = fc.record({
      answer: fc.constantFrom("accepted", "declined", null),
      isWithdrawn: fc.boolean(),
      progress: fc.integer({ min: 0, max: 100 }),
      dueAt: fc.nat(),
      review: fc.constantFrom(...reviewOutcomes, null),
    });
    fc.assert(
      fc.property(facts, fc.nat(), fc.nat(), (one, at, more) => {
        const [before, after] = [stateOf(one, at), stateOf(one, at + more)];
        expect(before === after || after === "overdue").toBe(true);
      }),
    );
  });
});

describe("promised and kept", () => {
  it("counts what somebody said yes to, and what became of it", () => {
    const of = (state: CountedPromise["state"], doneAt: number | null = null) => {
      return { state, dueAt: 10, doneAt };
    };
    const counted = countPromises([
      of("open"),
      of("declined"),
      of("withdrawn"),
      of("accepted"),
      of("underway"),
      of("done", 10),
      of("worked", 11),
      of("overdue"),
      of("changed"),
      of("revoked"),
    ]);
    expect(counted).toEqual({
      promised: 7,
      kept: 1,
      keptLate: 1,
      running: 2,
      overdue: 1,
      changed: 1,
      revoked: 1,
      keptPercent: 40,
    });
    expect(countPromises([of("accepted")]).keptPercent).toBeNull();
  });

  it("adds up, and says 100 % only where all of them are kept", () => {
    const some = fc.record({
      state: fc.constantFrom(...commitmentStates),
      dueAt: fc.nat(100),
      doneAt: fc.option(fc.nat(100)),
    });
    fc.assert(
      fc.property(fc.array(some), (list) => {
        const { promised, keptPercent, ...fates } = countPromises(list);
        expect(Object.values(fates).reduce((sum, one) => sum + one, 0)).toBe(promised);
        const failed = fates.overdue + fates.changed + fates.revoked;
        const isKnown = promised > fates.running;
        expect(keptPercent === 100).toBe(isKnown && failed === 0);
      }),
    );
  });
});
