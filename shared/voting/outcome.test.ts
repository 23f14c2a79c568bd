import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Ballot, countBallots, Settings } from "./index.ts";
import {
  decideOutcome,
  outcomeFromJson,
  outcomeToJson,
  OutcomeView,
  Quorum,
  Threshold,
  type OutcomeInput,
} from "./outcome.ts";

/** A plurality vote with so many votes for each option. */
function plurality(votes: Record<string, bigint>) {
  const settings = Settings.parse({ method: "plurality" });
  const ballots = Object.entries(votes).map(([choice, weight]) => {
    return { ballot: Ballot.parse({ method: "plurality", choice }), weight };
  });
  return countBallots({ options: Object.keys(votes), ballots, settings });
}

function persons(cast: number, electorate: number) {
  const weights = { cast: BigInt(cast), electorate: BigInt(electorate) };
  return {
    electorate: { persons: electorate, weight: weights.electorate },
    cast: { persons: cast, weight: weights.cast },
  };
}

function decide(input: Partial<OutcomeInput>) {
  const tally = plurality({ yes: 3n, no: 2n });
  return decideOutcome({ tally, ...persons(5, 10), quorum: null, threshold: null, ...input });
}

const half = { num: 1, den: 2 };
const majority = Threshold.parse({ kind: "simple-majority" });
const twoThirds = Threshold.parse({ kind: "two-thirds" });

describe("a quorum", () => {
  const quorum = Quorum.parse({ persons: half });

  it("of half of 10 is not met by 4 and met by 5", () => {
    const four = decide({ ...persons(4, 10), quorum });
    expect(four.quorum?.persons).toEqual({ needed: 5, cast: 4, of: 10, isMet: false });
    expect(four).toMatchObject({ result: "no-quorum", carried: [] });
    const five = decide({ ...persons(5, 10), quorum });
    expect(five.quorum?.persons).toEqual({ needed: 5, cast: 5, of: 10, isMet: true });
    expect(five).toMatchObject({ result: "passed", carried: ["yes"] });
  });

  it("of half of 11 needs 6", () => {
    expect(decide({ ...persons(5, 11), quorum }).quorum?.persons?.needed).toBe(6);
  });

  it("of persons and of weight must be met by both", () => {
    const both = Quorum.parse({ persons: half, weight: { num: 2, den: 3 } });
    const electorate = { persons: 10, weight: 10n ** 30n };
    const one = decide({ electorate, cast: { persons: 10, weight: 1n }, quorum: both });
    expect(one.quorum).toMatchObject({ persons: { isMet: true }, weight: { isMet: false } });
    expect(one.result).toBe("no-quorum");
    const needed = (2n * 10n ** 30n) / 3n + 1n;
    expect(one.quorum?.weight?.needed).toBe(needed);
    const enough = decide({ electorate, cast: { persons: 5, weight: needed }, quorum: both });
    expect(enough.quorum?.isMet).toBe(true);
    const short = decide({ electorate, cast: { persons: 5, weight: needed - 1n }, quorum: both });
    expect(short.quorum?.isMet).toBe(false);
  });

  it("is met exactly when what is needed has been cast", () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 100 }))
      .map(([num, more]) => ({ num, den: num + more }));
    const crowd = fc.nat(1000).chain((of) => fc.tuple(fc.constant(of), fc.nat(of)));
    fc.assert(
      fc.property(share, crowd, (needed, [of, cast]) => {
        const check = decide({ ...persons(cast, of), quorum: { persons: needed, weight: null } });
        const result = check.quorum?.persons;
        expect(result?.isMet).toBe(cast >= (result?.needed ?? 0));
      }),
    );
  });

  it("is a share above nothing and at most of all, of persons, weight or both", () => {
    expect(Quorum.safeParse({}).success).toBe(false);
    expect(Quorum.safeParse({ persons: { num: 0, den: 2 } }).success).toBe(false);
    expect(Quorum.safeParse({ persons: { num: 3, den: 2 } }).success).toBe(false);
    expect(Quorum.safeParse({ weight: { num: 1, den: 1 } }).success).toBe(true);
  });
});

describe("a threshold", () => {
  it("of a simple majority needs more than half", () => {
    const even = decide({ tally: plurality({ yes: 3n, no: 2n, other: 1n }), threshold: majority });
    expect(even.threshold).toEqual({
      rule: majority,
      basis: "ballots",
      shares: [{ option: "yes", votes: 3n, of: 6n, isMet: false }],
    });
    expect(even).toMatchObject({ result: "failed", carried: [] });
    const more = decide({ tally: plurality({ yes: 4n, no: 2n, other: 1n }), threshold: majority });
    expect(more.result).toBe("passed");
  });

  it("of two thirds is met by exactly two thirds", () => {
    const yes = 2n * 10n ** 20n;
    const no = 10n ** 20n;
    expect(decide({ tally: plurality({ yes, no }), threshold: twoThirds }).result).toBe("passed");
    const short = plurality({ yes: yes - 1n, no });
    expect(decide({ tally: short, threshold: twoThirds }).result).toBe("failed");
  });

  it("of a share is met by at least that share", () => {
    const threshold = Threshold.parse({ kind: "share", share: half });
    const tally = plurality({ yes: 3n, no: 2n, other: 1n });
    expect(decide({ tally, threshold }).result).toBe("passed");
  });

  it("decides for each winner on its own", () => {
    const settings = Settings.parse({ method: "approval", winners: 2 });
    const ballots = [["a"], ["a", "b"], ["a"], ["c"]].map((approved) => {
      return { ballot: Ballot.parse({ method: "approval", approved }), weight: 1n };
    });
    const tally = countBallots({ options: ["a", "b", "c"], ballots, settings });
    expect(decide({ tally })).toMatchObject({ result: "tied", carried: ["a"], open: ["b", "c"] });
    // Neither b nor c has a majority, so it does not matter which of them would win the tie.
    const strict = decide({ tally, threshold: majority });
    expect(strict).toMatchObject({ result: "passed", carried: ["a"], open: [] });
  });

  it("is met by nobody when nobody votes", () => {
    const tally = plurality({ yes: 0n, no: 0n });
    expect(decide({ tally, threshold: majority }).result).toBe("failed");
    expect(decide({ tally }).result).toBe("tied");
  });
});

describe("a tie", () => {
  it("is an open result, unless none of the tied has enough support", () => {
    const tally = plurality({ yes: 2n, no: 2n });
    expect(decide({ tally })).toMatchObject({ result: "tied", carried: [], open: ["yes", "no"] });
    expect(decide({ tally, threshold: majority }).result).toBe("failed");
  });

  it("is no more than a refusal where one proposal is turned down", () => {
    const settings = { method: "yes-no", threshold: { kind: "simple-majority" } } as const;
    const count = (...answers: ("yes" | "no")[]) =>
      countBallots({
        options: ["yes", "no", "abstain"],
        settings,
        ballots: answers.map((answer) => {
          return { ballot: { method: "yes-no" as const, answer }, weight: 1n };
        }),
      });
    expect(decide({ tally: count("yes") })).toMatchObject({ result: "passed", carried: ["yes"] });
    expect(decide({ tally: count("yes", "no") })).toMatchObject({ result: "failed", carried: [] });
  });

  it("that was settled by lot is none", () => {
    const settings = Settings.parse({ method: "plurality" });
    const ballots = ["yes", "no"].map((choice) => {
      return { ballot: Ballot.parse({ method: "plurality", choice }), weight: 1n };
    });
    const tieBreak = { rule: "lot" as const, order: ["no", "yes"] };
    const tally = countBallots({ options: ["yes", "no"], ballots, settings, tieBreak });
    expect(decide({ tally })).toMatchObject({ result: "passed", carried: ["no"], open: [] });
  });

  it("that hides the support stays open whatever the threshold", () => {
    const settings = Settings.parse({ method: "irv" });
    const rankings = ["A", "A", "BC", "CB"].map((order) =>
      order.split("").map((option) => [option]),
    );
    const ballots = rankings.map((ranking) => {
      return { ballot: Ballot.parse({ method: "irv", ranking }), weight: 1n };
    });
    const tally = countBallots({ options: ["A", "B", "C"], ballots, settings });
    const outcome = decide({ tally, threshold: twoThirds });
    expect(outcome.threshold?.shares).toBeNull();
    expect(outcome.result).toBe("tied");
  });
});

describe("an outcome", () => {
  it("comes through JSON unchanged", () => {
    const quorum = Quorum.parse({ persons: half, weight: half });
    for (const input of [{}, { quorum, threshold: twoThirds }]) {
      const outcome = decide(input);
      const wire: unknown = JSON.parse(JSON.stringify(outcomeToJson(outcome)));
      expect(outcomeFromJson(OutcomeView.parse(wire))).toEqual(outcome);
    }
  });

  it("is refused where more have voted than may", () => {
    expect(() => decide(persons(11, 10))).toThrow(RangeError);
  });
});
