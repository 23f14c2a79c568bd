import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Delegation } from "../delegation/resolve.ts";
import { countNamed, countNameless, type NamedVotes, type Poll } from "./count-decision.ts";

const poll = (more: Partial<Poll> = {}): Poll => ({
  options: ["yes", "no"],
  settings: { method: "plurality" },
  quorum: null,
  threshold: null,
  unit: 1n,
  ...more,
});
const vote = (voter: string, choice: string) => {
  return { voter, ballot: { method: "plurality" as const, choice } };
};
const delegation = (from: string, to: string, percent = 100): Delegation => {
  return { from, to, percent, madeAt: `2026-11-01T00:00:0${from.length}Z` };
};
const votesOf = (more: Partial<NamedVotes>): NamedVotes => ({
  weights: new Map([
    ["Ada", 1n],
    ["Ben", 1n],
    ["Cleo", 1n],
  ]),
  ballots: [],
  delegations: [],
  capPercent: 100,
  ...more,
});
const scoresOf = ({ tally }: ReturnType<typeof countNamed>) =>
  Object.fromEntries(tally.scores.map(({ option, score }) => [option, score]));

describe("a count of votes with names", () => {
  it("gives a delegate the votes of those who did not vote themselves", () => {
    const counted = countNamed(
      poll(),
      votesOf({
        ballots: [vote("Ada", "yes"), vote("Ben", "no")],
        delegations: [delegation("Cleo", "Ben"), delegation("Ada", "Ben")],
      }),
    );
    expect(scoresOf(counted)).toEqual({ yes: 1n, no: 2n });
    expect(counted).toMatchObject({
      delegated: 1,
      outcome: { turnout: { persons: { cast: 3, of: 3 }, weight: { cast: 3n, of: 3n } } },
    });
  });

  it("splits even one person's single vote, in hundredths", () => {
    const counted = countNamed(
      poll(),
      votesOf({
        ballots: [vote("Ada", "yes"), vote("Ben", "no")],
        delegations: [delegation("Cleo", "Ada", 60), delegation("Cleo", "Ben", 40)],
      }),
    );
    expect(counted.unit).toBe(100n);
    expect(scoresOf(counted)).toEqual({ yes: 160n, no: 140n });
  });

  it("leaves with its owners what one person would carry above the cap", () => {
    const weights = new Map(Array.from({ length: 10 }, (_, at) => [`P${at}`, 1n] as const));
    const counted = countNamed(
      poll(),
      votesOf({
        weights,
        ballots: [vote("P0", "yes")],
        delegations: ["P1", "P2", "P3"].map((from) => delegation(from, "P0")),
        capPercent: 20,
      }),
    );
    expect(scoresOf(counted)["yes"]).toBe(3n);
    expect(counted.delegated).toBe(2);
  });

  it("counts as persons those who voted without any weight", () => {
    const counted = countNamed(
      poll({ quorum: { persons: { num: 2, den: 3 }, weight: { num: 1, den: 2 } } }),
      votesOf({
        weights: new Map([
          ["Ada", 0n],
          ["Ben", 0n],
          ["Cleo", 9n],
        ]),
        ballots: [vote("Ada", "yes"), vote("Ben", "yes")],
      }),
    );
    expect(counted.outcome.quorum).toMatchObject({
      persons: { cast: 2, needed: 2, isMet: true },
      weight: { cast: 0n, of: 9n, isMet: false },
      isMet: false,
    });
    expect(counted.outcome.result).toBe("no-quorum");
  });

  it("never counts more weight than there is, whoever delegates to whom", () => {
    const names = ["A", "B", "C", "D", "E", "F"];
    const person = fc.constantFrom(...names);
    fc.assert(
      fc.property(
        fc.uniqueArray(person),
        fc.uniqueArray(fc.tuple(person, person, fc.integer({ min: 1, max: 100 })), {
          selector: ([from]) => from,
        }),
        fc.integer({ min: 0, max: 100 }),
        (voters, edges, capPercent) => {
          const weights = new Map(names.map((name, at) => [name, BigInt(at)]));
          const { outcome, tally } = countNamed(poll(), {
            weights,
            ballots: voters.map((voter) => vote(voter, "yes")),
            delegations: edges.map(([from, to, percent]) => delegation(from, to, percent)),
            capPercent,
          });
          const { cast, of } = outcome.turnout.weight;
          expect(cast <= of).toBe(true);
          expect(tally.weight).toBe(cast);
        },
      ),
    );
  });
});

it("a count of votes without names gives each ballot one", () => {
  const choice = (option: string) => ({ method: "plurality" as const, choice: option });
  const counted = countNameless(poll({ quorum: { persons: { num: 1, den: 2 }, weight: null } }), {
    electors: 4,
    ballots: [choice("yes"), choice("no"), choice("yes")],
  });
  expect(scoresOf(counted)).toEqual({ yes: 2n, no: 1n });
  expect(counted.outcome).toMatchObject({
    result: "passed",
    turnout: { persons: { cast: 3, of: 4 }, weight: { cast: 3n, of: 4n } },
  });
});
