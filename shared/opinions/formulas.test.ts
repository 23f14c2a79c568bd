import { describe, expect, it } from "vitest";
import { divisiveness, groupConsensus, majorities, uncertain } from "./consensus.ts";
import { folkmoot, polisClassic } from "./parameter-sets.ts";
import { priorityOf } from "./priority.ts";
import { oneProportion, twoProportions } from "./proportion-tests.ts";
import { adjustedRandIndex } from "./rand-index.ts";
import { testFloor, twoSides, typicalOfGroup } from "./representative.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

const of = (successes: number, trials: number) => ({ successes, trials });
const votes = (agrees: number, disagrees: number, passes = 0) => ({ agrees, disagrees, passes });

// Worked by hand from the formulas of Polis (polismath/math/stats and conversation).
describe("the formulas of Polis", () => {
  it("tell how far a share is above one half", () => {
    expect(oneProportion(of(5, 7), false)).toBeCloseTo(1.414214, 6);
    expect(oneProportion(of(18, 20), false)).toBeCloseTo(3.709704, 6);
    expect(oneProportion(of(0, 0), false)).toBe(1);
  });

  it("tell how far one share is above another, and nothing where all are successes", () => {
    expect(twoProportions(of(8, 10), of(2, 12))).toBeCloseTo(2.867713, 6);
    expect(twoProportions(of(10, 10), of(10, 10))).toBe(0);
  });

  it("multiply the agreement of groups", () => {
    expect(groupConsensus([votes(8, 2), votes(3, 9)], "agree").product).toBeCloseTo(0.2143, 4);
  });

  it("weigh what to ask next", () => {
    const priority = (worth: [agrees: number, passes: number, seen: number], extremity: number) => {
      const [agrees, passes, responses] = worth;
      return priorityOf(
        { agrees, passes, disagrees: responses - agrees - passes, extremity },
        false,
      );
    };
    expect(priority([0, 0, 0], 0)).toBeCloseTo(5.0625, 4);
    expect(priority([1, 0, 1], 0)).toBeCloseTo(12.5297, 4);
    expect(priority([20, 3, 20], 0)).toBeCloseTo(1.3724, 4);
    expect(priority([18, 3, 20], 1)).toBeCloseTo(4.4937, 4);
  });
});

describe("where the product differs from Polis", () => {
  it("learns nothing from a group in which nobody answered", () => {
    expect(oneProportion(of(0, 0), folkmoot.silenceIsNeutral)).toBe(0);
  });

  it("asks as soon for what many reject as for what many accept", () => {
    const rejected = { ...votes(1, 18, 1), extremity: 0.5 };
    const accepted = { ...votes(18, 1, 1), extremity: 0.5 };
    expect(priorityOf(rejected, true)).toBe(priorityOf(accepted, true));
    expect(priorityOf(rejected, polisClassic.rejectionCounts)).toBeLessThan(
      priorityOf(accepted, false),
    );
  });

  it("says consensus so that it does not fall with the number of groups", () => {
    const groups = (count: number) => Array.from({ length: count }, () => votes(7, 1));
    expect(groupConsensus(groups(2), "agree").mean).toBeCloseTo(0.8, 12);
    expect(groupConsensus(groups(5), "agree").mean).toBeCloseTo(0.8, 12);
    expect(groupConsensus([votes(7, 1), votes(1, 7)], "agree").least).toBeCloseTo(0.2, 12);
    expect(groupConsensus([], "agree")).toEqual({ product: 1, mean: 1, least: 1 });
  });

  it("takes fewer statements for typical the more it tests", () => {
    const few = [twoSides({ statement: 0, inside: votes(8, 2), outside: votes(4, 6) }, true)];
    const many = Array.from({ length: 200 }, (_, statement) =>
      twoSides({ statement: statement + 1, inside: votes(5, 5), outside: votes(5, 5) }, true),
    );
    const passes = (floor: number) => typicalOfGroup(few, floor)[0]?.isSignificant;
    expect(passes(testFloor([...few, ...many], 0))).toBe(true);
    expect(passes(testFloor([...few, ...many], 0.1))).toBe(false);
    const clear = [twoSides({ statement: 0, inside: votes(90, 5), outside: votes(5, 90) }, true)];
    expect(typicalOfGroup(clear, testFloor([...clear, ...many], 0.1))[0]?.isSignificant).toBe(true);
  });
});

describe("what is typical of a group", () => {
  const typical = (...compared: [inside: number[], outside: number[]][]) => {
    const all = compared.map(([inside, outside], statement) => {
      const three = ([a = 0, d = 0, p = 0]: number[]) => votes(a, d, p);
      return twoSides({ statement, inside: three(inside), outside: three(outside) }, true);
    });
    return typicalOfGroup(all, testFloor(all, 0));
  };

  it("begins with its best agreement, and tells what it rejects last", () => {
    const found = typical(
      [
        [1, 18],
        [18, 1],
      ],
      [
        [18, 1],
        [1, 18],
      ],
      [
        [15, 2],
        [9, 9],
      ],
    );
    expect(found.map(({ statement, side }) => [statement, side])).toEqual([
      [1, "agree"],
      [2, "agree"],
      [0, "disagree"],
    ]);
    expect(found.map(({ isBestAgree }) => isBestAgree)).toEqual([true, false, false]);
  });

  it("is at most five statements, and one at least where anything was answered", () => {
    const seven = Array.from(
      { length: 7 },
      () =>
        [
          [18, 1],
          [1, 18],
        ] as [number[], number[]],
    );
    expect(typical(...seven)).toHaveLength(5);
    const [only] = typical(
      [
        [3, 4],
        [3, 3],
      ],
      [
        [2, 5],
        [2, 5],
      ],
    );
    expect(only).toMatchObject({ isSignificant: false });
    expect(typicalOfGroup([], 0)).toEqual([]);
  });
});

describe("statements in the middle of things", () => {
  const answers = [
    votes(18, 1, 1),
    votes(1, 18, 1),
    votes(5, 5, 10),
    votes(0, 0, 0),
    votes(2, 2, 1),
    votes(3, 3, 4),
  ];
  const votesOf = (statement: number) => answers[statement] ?? votes(0, 0);
  const all = [...answers.keys()];

  it("are told where most people take one side, and where many pass, not where four of ten do", () => {
    const { agree, disagree } = majorities(all, votesOf, true);
    expect(agree.map(({ statement }) => statement)).toEqual([0]);
    expect(disagree.map(({ statement }) => statement)).toEqual([1]);
    expect(uncertain(all, votesOf)).toEqual([2]);
  });

  it("divide where one group agrees and another does not", () => {
    expect(divisiveness([votes(9, 0), votes(0, 9)])).toBeCloseTo(10 / 11 - 1 / 11, 12);
    expect(divisiveness([votes(3, 3)])).toBe(0);
    expect(divisiveness([])).toBe(0);
  });
});

describe("two sortings into groups", () => {
  // The example of Hubert and Arabie 1985 as scikit-learn's documentation has it.
  it("agree as published", () => {
    expect(adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
    expect(adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.5714285714, 9);
    expect(adjustedRandIndex([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
    expect(() => adjustedRandIndex([0], [])).toThrow(RangeError);
  });
});

describe("a small symmetric matrix", () => {
  it("is taken apart into what it stretches, the most first", () => {
    const { values, vectors } = symmetricEigen([
      [2, 1, 0],
      [1, 2, 0],
      [0, 0, 5],
    ]);
    expect(values.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([5, 3, 1]);
    expect(Math.abs(vectors[1]?.[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(symmetricEigen([])).toEqual({ values: [], vectors: [] });
    expect(
      symmetricEigen([
        [0, 0],
        [0, 0],
      ]).values,
    ).toEqual([0, 0]);
  });
});
