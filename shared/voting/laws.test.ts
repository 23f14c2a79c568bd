import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  Ballot,
  countBallots,
  explainTally,
  methodIds,
  Settings,
  stepCodes,
  validateBallot,
  type MethodId,
} from "./index.ts";
import type { Weighted } from "./method.ts";
import { tallyFromJson, tallyToJson, TallyView, type Tally } from "./tally.ts";

type Rename = (option: string) => string;

/** What the laws need to know of a method, and which of the optional ones it obeys. */
interface Sample {
  settings(options: readonly string[]): fc.Arbitrary<unknown>;
  ballot(options: readonly string[]): fc.Arbitrary<unknown>;
  /** ballots that put this option above all others, as far as the method lets them say so */
  favouring(option: string, options: readonly string[]): fc.Arbitrary<unknown>;
  rename(ballot: Ballot, rename: Rename): unknown;
  /** the ballot after its voter came to like the option more, and nothing else changed */
  raise(ballot: Ballot, option: string): unknown;
  /** whom more than half put first wins */
  readonly majority: boolean;
  /** who beats every other one in pairs wins */
  readonly condorcet: boolean;
  /** to be liked more does not harm */
  readonly monotone: boolean;
}

const shuffled = (options: readonly string[]) =>
  fc.shuffledSubarray([...options], { minLength: options.length });

/** A ranking of some options, with ties where they are allowed. */
function rankingOf(options: readonly string[], ties: boolean): fc.Arbitrary<string[][]> {
  const order = fc.shuffledSubarray([...options]);
  const joins = fc.array(ties ? fc.boolean() : fc.constant(false), {
    minLength: options.length,
    maxLength: options.length,
  });
  return fc.tuple(order, joins).map(([ranked, joined]) => {
    const groups: string[][] = [];
    ranked.forEach((option, at) => {
      const last = groups.at(-1);
      if (last && joined[at]) last.push(option);
      else groups.push([option]);
    });
    return groups;
  });
}

/**
 * Puts the option one step higher: out of its group, or above the group before. An unranked one goes
 * to the top: where unranked ones are ignored, to be ranked below somebody is worse than not at all.
 */
function raiseInRanking(ranking: readonly (readonly string[])[], option: string): string[][] {
  const at = ranking.findIndex((group) => group.includes(option));
  if (at < 0) return [[option], ...ranking.map((group) => [...group])];
  const others = ranking.map((group) => group.filter((one) => one !== option));
  const alone = others[at]?.length === 0;
  const raised = others.toSpliced(alone ? Math.max(at - 1, 0) : at, 0, [option]);
  return raised.filter((group) => group.length > 0);
}

function ranked(method: "irv" | "schulze", ties: boolean) {
  const rankingIn = (ballot: Ballot) => ("ranking" in ballot ? ballot.ranking : []);
  return {
    settings: () =>
      fc.record({ method: fc.constant(method), unranked: fc.constantFrom("last", "ignored") }),
    ballot: (options) => rankingOf(options, ties).map((ranking) => ({ method, ranking })),
    favouring: (option, options) =>
      shuffled(options.filter((one) => one !== option)).map((rest) => {
        return { method, ranking: [option, ...rest].map((one) => [one]) };
      }),
    rename: (ballot, rename) => {
      return { method, ranking: rankingIn(ballot).map((group) => group.map(rename)) };
    },
    raise: (ballot, option) => ({ method, ranking: raiseInRanking(rankingIn(ballot), option) }),
  } satisfies Omit<Sample, "majority" | "condorcet" | "monotone">;
}

const method = <Id extends MethodId>(id: Id) => fc.constant(id);

/** A method without a sample does not compile. */
const samples = {
  plurality: {
    settings: () => fc.record({ method: method("plurality") }),
    ballot: (options) =>
      fc.record({ method: method("plurality"), choice: fc.constantFrom(...options) }),
    favouring: (choice) => fc.constant({ method: "plurality", choice }),
    rename: (ballot, rename) =>
      "choice" in ballot ? { ...ballot, choice: rename(ballot.choice) } : ballot,
    raise: (_, choice) => ({ method: "plurality", choice }),
    majority: true,
    condorcet: false,
    monotone: true,
  },
  approval: {
    settings: (options) =>
      fc.record({
        method: method("approval"),
        winners: fc.integer({ min: 1, max: options.length - 1 }),
      }),
    ballot: (options) =>
      fc.record({ method: method("approval"), approved: fc.shuffledSubarray([...options]) }),
    favouring: (option) => fc.constant({ method: "approval", approved: [option] }),
    rename: (ballot, rename) =>
      "approved" in ballot ? { ...ballot, approved: ballot.approved.map(rename) } : ballot,
    raise: (ballot, option) => {
      const approved = "approved" in ballot ? ballot.approved : [];
      return { method: "approval", approved: [...new Set([...approved, option])] };
    },
    // Only where the majority approves of nobody else, as `favouring` has it.
    majority: true,
    condorcet: false,
    monotone: true,
  },
  score: {
    settings: () => fc.record({ method: method("score"), maxScore: fc.constant(10) }),
    ballot: (options) =>
      fc.record({
        method: method("score"),
        scores: fc.dictionary(fc.constantFrom(...options), fc.integer({ min: 0, max: 10 })),
      }),
    favouring: (option) => fc.constant({ method: "score", scores: { [option]: 10 } }),
    rename: (ballot, rename) => {
      if (!("scores" in ballot)) return ballot;
      const entries = Object.entries(ballot.scores);
      return {
        ...ballot,
        scores: Object.fromEntries(entries.map(([key, value]) => [rename(key), value])),
      };
    },
    raise: (ballot, option) => {
      const scores = new Map(Object.entries("scores" in ballot ? ballot.scores : {}));
      scores.set(option, Math.min(10, (scores.get(option) ?? 0) + 1));
      return { method: "score", scores: Object.fromEntries(scores) };
    },
    majority: false,
    condorcet: false,
    monotone: true,
  },
  irv: { ...ranked("irv", false), majority: true, condorcet: false, monotone: false },
  schulze: { ...ranked("schulze", true), majority: true, condorcet: true, monotone: true },
} satisfies Record<MethodId, Sample>;

// Names that mean something to JavaScript must mean nothing to a count.
const names = ["constructor", "2", "toString", "10", "ö", "hasOwnProperty"];

interface Case {
  readonly options: readonly string[];
  readonly settings: Settings;
  readonly ballots: readonly Weighted<Ballot>[];
}

const weight = fc.oneof(fc.bigInt(0n, 5n), fc.bigInt(0n, 10n ** 30n));

function casesOf(id: MethodId, most = 12): fc.Arbitrary<Case> {
  const sample: Sample = samples[id];
  return fc.integer({ min: 2, max: names.length }).chain((length) => {
    const options = names.slice(0, length);
    const ballot = sample.ballot(options).map((one) => Ballot.parse(one));
    return fc.record({
      options: fc.constant(options),
      settings: sample.settings(options).map((one) => Settings.parse(one)),
      ballots: fc.array(fc.record({ ballot, weight }), { maxLength: most }),
    });
  });
}

const asSet = (options: readonly string[]) => options.toSorted();
const groups = (ranking: Tally["ranking"]) => ranking.map(asSet);

describe.each(methodIds)("%s", (id) => {
  const sample: Sample = samples[id];
  const parse = (ballot: unknown) => Ballot.parse(ballot);

  it("finds no fault in the ballots of these laws", () => {
    fc.assert(
      fc.property(casesOf(id), ({ ballots, ...rule }) => {
        for (const { ballot } of ballots) expect(validateBallot(ballot, rule)).toEqual([]);
      }),
    );
  });

  it("treats voters alike: the order of the ballots does not matter", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const backwards = { ...input, ballots: input.ballots.toReversed() };
        expect(countBallots(backwards)).toEqual(countBallots(input));
      }),
    );
  });

  it("treats options alike: other names in another order give the same result", () => {
    const withOrder = casesOf(id).chain((input) =>
      fc.tuple(fc.constant(input), shuffled(input.options)),
    );
    fc.assert(
      fc.property(withOrder, ([input, order]) => {
        const rename: Rename = (option) => order[input.options.indexOf(option)] ?? "";
        const before = countBallots(input);
        const after = countBallots({
          ...input,
          ballots: input.ballots.map(({ ballot, weight: counts }) => {
            return { ballot: parse(sample.rename(ballot, rename)), weight: counts };
          }),
        });
        expect(asSet(after.winners)).toEqual(asSet(before.winners.map(rename)));
        expect(groups(after.ranking)).toEqual(groups(before.ranking.map((g) => g.map(rename))));
        expect(asSet(after.tie?.between ?? [])).toEqual(
          asSet((before.tie?.between ?? []).map(rename)),
        );
        const scores = new Map(after.scores.map(({ option, score }) => [option, score]));
        for (const { option, score } of before.scores) {
          expect(scores.get(rename(option))).toBe(score);
        }
      }),
    );
  });

  it("counts a ballot of weight w like w ballots", () => {
    const small = casesOf(id, 6).map((input) => {
      const ballots = input.ballots.map((cast) => ({ ...cast, weight: cast.weight % 5n }));
      return { ...input, ballots };
    });
    fc.assert(
      fc.property(small, (input) => {
        const copies = input.ballots.flatMap(({ ballot, weight: counts }) =>
          Array.from({ length: Number(counts) }, () => ({ ballot, weight: 1n })),
        );
        const tally = countBallots({ ...input, ballots: copies });
        expect({ ...tally, ballots: 0 }).toEqual({ ...countBallots(input), ballots: 0 });
      }),
    );
  });

  it("knows no scale: a thousand quintillion times the weight elects the same", () => {
    const factor = 10n ** 21n + 1n;
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const before = countBallots(input);
        const after = countBallots({
          ...input,
          ballots: input.ballots.map((cast) => ({ ...cast, weight: cast.weight * factor })),
        });
        expect(after.winners).toEqual(before.winners);
        expect(after.ranking).toEqual(before.ranking);
        expect(after.weight).toBe(before.weight * factor);
      }),
    );
  });

  it("gives every option nothing, and so a tie of all, when nobody votes", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const tally = countBallots({ ...input, ballots: [] });
        expect(tally.scores.every(({ score }) => score === 0n)).toBe(true);
        expect(tally.ranking).toEqual([input.options]);
        expect(tally.winners).toEqual(input.options);
        expect(tally.tie).toMatchObject({ between: input.options, rule: "none", isExact: true });
      }),
    );
  });

  it("settles a tie by the order that it is given, and says so", () => {
    const withOrder = casesOf(id).chain((input) =>
      fc.tuple(fc.constant(input), shuffled(input.options)),
    );
    fc.assert(
      fc.property(withOrder, ([input, order]) => {
        const open = countBallots(input);
        const drawn = countBallots({ ...input, tieBreak: { rule: "lot", order } });
        const places =
          id === "approval" && "winners" in input.settings ? input.settings.winners : 1;
        expect(drawn.winners).toHaveLength(places);
        expect(open.winners).toEqual(expect.arrayContaining([...drawn.winners]));
        expect(drawn.tie?.rule ?? null).toBe(open.tie ? "lot" : null);
      }),
    );
  });

  it("ranks every option once, and the winners first", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const { ranking, winners, tie } = countBallots(input);
        expect(asSet(ranking.flat())).toEqual(asSet(input.options));
        const lastWinner = ranking.findLastIndex((group) => winners.some((w) => group.includes(w)));
        expect(asSet(ranking.slice(0, lastWinner + 1).flat())).toEqual(asSet(winners));
        expect(tie ? tie.between.length > tie.places : true).toBe(true);
      }),
    );
  });

  it("explains every result in steps that pages have words for", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const steps = explainTally(countBallots(input));
        expect(steps.length).toBeGreaterThan(0);
        expect(stepCodes).toEqual(expect.arrayContaining(steps.map(({ code }) => code)));
      }),
    );
  });

  it("comes through JSON unchanged", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const tally = countBallots(input);
        const wire: unknown = JSON.parse(JSON.stringify(tallyToJson(tally)));
        expect(tallyFromJson(TallyView.parse(wire))).toEqual(tally);
      }),
    );
  });

  it("does not change its input", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const before = structuredClone(input);
        countBallots(input);
        expect(input).toEqual(before);
      }),
    );
  });
});

const obeying = (law: "majority" | "condorcet" | "monotone") =>
  methodIds.filter((id) => samples[id][law]);

/** One winner; the laws below are about single winners. */
const single = (settings: Settings): Settings =>
  settings.method === "approval" ? { ...settings, winners: 1 } : settings;

describe.each(obeying("majority"))("%s", (id) => {
  it("elects whom a majority puts first", () => {
    const sample: Sample = samples[id];
    const withMajority = casesOf(id).chain((input) => {
      const [first = ""] = input.options;
      const many = fc.array(sample.favouring(first, input.options), { minLength: 1, maxLength: 4 });
      return fc.tuple(fc.constant(input), many);
    });
    fc.assert(
      fc.property(withMajority, ([input, majority]) => {
        const others = input.ballots.reduce((sum, cast) => sum + cast.weight, 0n);
        const added = majority.map((ballot) => ({
          ballot: Ballot.parse(ballot),
          weight: others + 1n,
        }));
        const ballots = [...input.ballots, ...added];
        const tally = countBallots({ ...input, ballots, settings: single(input.settings) });
        expect(tally.winners).toEqual(input.options.slice(0, 1));
      }),
    );
  });
});

describe.each(obeying("condorcet"))("%s", (id) => {
  it("elects the Condorcet winner if there is one, and always from the Smith set", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const { winners, pairs } = countBallots(input);
        const best = pairs?.condorcetWinner ?? null;
        expect(best === null ? winners : [best]).toEqual(winners);
        expect(best === null ? pairs?.smithSet : [best]).toEqual(pairs?.smithSet);
        expect(pairs?.smithSet).toEqual(expect.arrayContaining([...winners]));
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(obeying("monotone"))("%s", (id) => {
  it("never takes the victory from a winner whom somebody comes to like more", () => {
    const sample: Sample = samples[id];
    const withVoter = fc.tuple(casesOf(id), fc.nat(), fc.nat());
    fc.assert(
      fc.property(withVoter, ([input, one, other]) => {
        const settings = single(input.settings);
        const before = countBallots({ ...input, settings });
        const winner = before.winners[one % before.winners.length] ?? "";
        const voter = other % Math.max(1, input.ballots.length);
        const ballots = input.ballots.map((cast, at) =>
          at === voter
            ? { ...cast, ballot: Ballot.parse(sample.raise(cast.ballot, winner)) }
            : cast,
        );
        const after = countBallots({ ...input, settings, ballots });
        expect(after.winners).toContain(winner);
        expect(before.winners).toEqual(expect.arrayContaining([...after.winners]));
      }),
      { numRuns: 500 },
    );
  });
});
