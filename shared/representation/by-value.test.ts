import { expect, test } from "vitest";
import { sharesByValue } from "./by-value.ts";

const writers = (value: string, count: number, words: number) =>
  Array.from({ length: count }, (_, at) => ({ person: `${value} ${at}`, value, words }));
const shares = (all: readonly { person: string; value: string; words: number }[]) =>
  sharesByValue(
    new Map(all.map(({ person, value }) => [person, value])),
    new Map(all.map(({ person, words }) => [person, words])),
    ["north", "south"],
  );

test("a group's share of all words is told in fives", () => {
  expect(shares([...writers("north", 6, 10), ...writers("south", 6, 21)])).toEqual({
    north: 30,
    south: 70,
  });
});

test("it is not told where one person wrote much of it, as that would tell their group", () => {
  const all = [...writers("north", 6, 10), ...writers("south", 6, 10)];
  expect(shares([...all, { person: "x", value: "south", words: 60 }])).toEqual({});
});

test("it is not told of a group in which fewer than five wrote, nor of all but fewer than five", () => {
  expect(shares([...writers("north", 4, 10), ...writers("south", 20, 10)])).toEqual({});
});
