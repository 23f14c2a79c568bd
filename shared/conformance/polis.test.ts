import { describe, expect, it } from "vitest";
import { polis } from "./polis.ts";

/** Ten people who mostly agree with 7 and reject 9, and twelve who see it the other way round; one of these passes. */
const answers = [
  { people: 10, 7: [8, 2], 9: [1, 9] },
  { people: 12, 7: [3, 9], 9: [9, 2] },
] as const;
const participants = Array.from({ length: 22 }, (_, at) => 100 + at);
const groups = { "0": participants.slice(0, 10), "1": participants.slice(10) };

/** Those who agree come first, then who disagrees, then who passes. */
const votes = answers.flatMap((group, at) =>
  ([7, 9] as const).flatMap((comment) =>
    Array.from({ length: group.people }, (_, nth): [number, number, number] => {
      const [agrees, disagrees] = group[comment];
      const value = nth < agrees ? 1 : nth < agrees + disagrees ? -1 : 0;
      return [participants[10 * at + nth] ?? 0, comment, value];
    }),
  ),
);

const typical = (tid: number, side: string, numbers: readonly number[]) => {
  const [successes, trials, ratio, ratioTest, test] = numbers;
  return {
    tid,
    "repful-for": side,
    "n-success": successes,
    "n-trials": trials,
    repness: ratio,
    "repness-test": ratioTest,
    "p-test": test,
    ...(side === "agree" ? { "best-agree": true } : {}),
  };
};

// Computed from the formulas of Polis apart from this program.
const published = {
  groups,
  "in-conv": participants,
  "group-votes": {
    "0": { "n-members": 10, votes: { "7": { A: 8, D: 2, S: 10 }, "9": { A: 1, D: 9, S: 10 } } },
    "1": { "n-members": 12, votes: { "7": { A: 3, D: 9, S: 12 }, "9": { A: 9, D: 2, S: 12 } } },
  },
  "group-aware-consensus": { "7": 0.21428571428571427, "9": 0.11904761904761904 },
  repness: {
    "0": [
      typical(7, "agree", [8, 10, 2.625, 2.5008776394849233, 2.1105794120443457]),
      typical(9, "disagree", [9, 10, 3.8888888888888893, 3.323083986712843, 2.7136021011998723]),
    ],
    "1": [
      typical(9, "agree", [9, 12, 4.2857142857142865, 2.8677127163954594, 1.9414506867883021]),
      typical(7, "disagree", [9, 12, 2.857142857142857, 2.4323604438825965, 1.9414506867883021]),
    ],
  },
  pca: {
    comps: [
      [Math.SQRT1_2, -Math.SQRT1_2],
      [Math.SQRT1_2, Math.SQRT1_2],
    ],
    columnOrder: [7, 9],
    commentExtremity: [0.5, 1],
  },
  "comment-priorities": { "7": 0.9822897564122843, "9": 1.342547487561647 },
  consensus: { agree: [], disagree: [] },
};

const found = (expected: object) => {
  const comments = [{ id: 9, moderated: 1 }, { id: 7 }];
  const content = { kind: "polis-math", comments, participants, votes, expected };
  return Object.fromEntries(
    polis
      .check("case", content)
      .map((finding) => [
        finding.rule,
        "reason" in finding ? `${finding.verdict}: ${finding.reason}` : finding.verdict,
      ]),
  );
};

describe("what Polis published", () => {
  it("is what is found here", () => {
    const all = found(published);
    expect(Object.keys(all).toSorted()).toEqual(Object.keys(published).toSorted());
    const { groups: others, ...same } = all;
    expect(new Set(Object.values(same))).toEqual(new Set(["passed"]));
    // These groups were not found but made up.
    expect(others).toMatch(/^not-applicable/);
  });

  it("is told where it is another", () => {
    const wrong = {
      ...published,
      "in-conv": participants.slice(1),
      "group-votes": {
        ...published["group-votes"],
        "1": { "n-members": 11, votes: { "7": { A: 3, D: 8, S: 12 } } },
      },
      "group-aware-consensus": { "7": 0.2 },
      repness: { "0": published.repness["1"], "1": published.repness["1"] },
      "comment-priorities": { "7": 1, "9": 2 },
      consensus: { agree: [{ tid: 7, "n-success": 11, "n-trials": 22 }], disagree: [] },
    };
    const { groups: _, ...others } = found({
      ...wrong,
      pca: {
        ...published.pca,
        comps: [
          [1, 0],
          [0, 1],
        ],
      },
    });
    expect(new Set(Object.values(others))).toEqual(new Set(["failed"]));
  });

  it("is not compared where it goes by what is not in the votes, or is a known fault", () => {
    const older = found({
      groups: { "0": participants.filter((id) => id % 2 === 0), "1": [101, 103, 115, 117] },
      "comment-priorities": { "7": 49, "9": 49 },
      pca: published.pca,
    });
    expect(older["groups"]).toMatch(/^not-applicable: .*adjusted Rand index/);
    expect(older["comment-priorities"]).toMatch(/^not-applicable: .*#2571/);
    expect(found({ n: 22 })).toEqual({ case: "failed: nothing in it can be compared" });
    expect(polis.check("case", { kind: "polis-math" })).toMatchObject([{ verdict: "failed" }]);
  });
});
