import { expect, it } from "vitest";
import type { Delegation } from "../delegation/resolve.ts";
import { wholeVotes } from "./whole-votes.ts";

const electors = ["Ada", "Ben", "Cleo", "Dan"];
const give = (from: string, to: string, percent = 100): Delegation => {
  return { from, to, percent, madeAt: `2026-11-0${from.length}` };
};
const followed = (voters: string[], delegations: Delegation[], capPercent = 100) =>
  Object.fromEntries(wholeVotes({ electors, voters: new Set(voters), delegations, capPercent }));

it("a vote that can't be split goes on as a whole, to where most of it was meant to go", () => {
  expect(followed(["Ada", "Ben"], [give("Cleo", "Ada", 40), give("Cleo", "Ben", 60)])).toEqual({
    Cleo: "Ben",
  });
});

it("a vote goes by others to who votes, and whoever votes in person keeps the own", () => {
  const chain = [give("Cleo", "Dan"), give("Dan", "Ada"), give("Ben", "Ada")];
  expect(followed(["Ada", "Ben"], chain)).toEqual({ Cleo: "Ada", Dan: "Ada" });
});

it("nobody votes for more others than the cap lets them", () => {
  const all = [give("Ben", "Ada"), give("Cleo", "Ada"), give("Dan", "Ada")];
  expect(Object.keys(followed(["Ada"], all, 25))).toHaveLength(1);
});
