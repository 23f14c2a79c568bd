import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answers, rake } from "./raking.ts";

const person = (region: string, role: string): Answers =>
  new Map([
    ["region", region],
    ["role", role],
  ]);
const times = (count: number, one: Answers) => Array.from({ length: count }, () => one);
const margins = (north: number, host: number) =>
  new Map([
    [
      "region",
      new Map([
        ["north", north],
        ["south", 1 - north],
      ]),
    ],
    [
      "role",
      new Map([
        ["host", host],
        ["user", 1 - host],
      ]),
    ],
  ]);

/** Of all weight, what those have who gave this answer. */
function shareIn(
  people: readonly Answers[],
  weights: readonly number[],
  [key, value]: [string, string],
) {
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  return sum(weights.filter((_, at) => people[at]?.get(key) === value)) / sum(weights);
}

test("weights make the shares of every attribute what they should be, as in a table worked out by hand", () => {
  // 2 x 2 with counts 40 30 / 20 10; both margins half and half: the odds ratio (40*10)/(30*20) = 2/3 stays.
  const people = [
    ...times(40, person("north", "host")),
    ...times(30, person("north", "user")),
    ...times(20, person("south", "host")),
    ...times(10, person("south", "user")),
  ];
  const raked = rake(people, margins(0.5, 0.5));
  if (raked.kind !== "raked") throw new Error(raked.why);
  expect(shareIn(people, raked.weights, ["region", "north"])).toBeCloseTo(0.5, 8);
  expect(shareIn(people, raked.weights, ["role", "host"])).toBeCloseTo(0.5, 8);
  const cell = (at: number, count: number) => (raked.weights[at] ?? 0) * count;
  const odds = (cell(0, 40) * cell(99, 10)) / (cell(40, 30) * cell(70, 20));
  expect(odds).toBeCloseTo(2 / 3, 8);
});

test("nobody is made to stand for more than five, and nobody for a value that is not there", () => {
  const people = [...times(98, person("north", "host")), ...times(2, person("south", "user"))];
  expect(rake(people, margins(0.5, 0.5))).toMatchObject({ kind: "refused", why: "heavy-weight" });
  expect(rake(times(50, person("north", "host")), margins(0.5, 0.5))).toMatchObject({
    kind: "refused",
    why: "empty-value",
    value: "south",
  });
});

test("margins that cannot be had together come to no end, and are refused", () => {
  const people = [...times(10, person("north", "host")), ...times(10, person("south", "user"))];
  expect(rake(people, margins(0.3, 0.6))).toMatchObject({ kind: "refused" });
});

test("the weights are 1 on average, whoever is there", () => {
  const share = fc.double({ min: 0.3, max: 0.7, noNaN: true });
  const count = fc.integer({ min: 5, max: 40 });
  fc.assert(
    fc.property(fc.tuple(count, count, share, share), ([many, few, north, host]) => {
      const people = [
        ...times(many, person("north", "host")),
        ...times(few, person("south", "user")),
        ...times(many, person("north", "user")),
        ...times(few, person("south", "host")),
      ];
      const raked = rake(people, margins(north, host));
      if (raked.kind === "refused") return;
      const sum = raked.weights.reduce((all, one) => all + one, 0);
      expect(sum / people.length).toBeCloseTo(1, 6);
      expect(shareIn(people, raked.weights, ["region", "north"])).toBeCloseTo(north, 6);
    }),
  );
});
