import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { methodIds, methodBy, type MethodId } from "./index.ts";
import { tallyFromJson, tallyToJson, TallyView, type Tally } from "./tally.ts";
import {
  casesOf,
  parseBallot,
  samples,
  shuffled,
  type Case,
  type Content,
  type Rename,
} from "./testing-laws.ts";
import type { TieBreak } from "./method.ts";

const asSet = (options: readonly string[]) => options.toSorted();
const groups = (ranking: Tally["ranking"]) => ranking.map(asSet);
const count = (id: MethodId, input: Case & { readonly tieBreak?: TieBreak }): Tally =>
  methodBy(id).count(input);

/** Whose options are all alike to the method: not so where it names them itself. */
const neutralIds = methodIds.filter((id) => methodBy(id).fixedOptions === undefined);

describe.each(methodIds)("%s", (id) => {
  const method = methodBy(id);

  it("finds no fault in the ballots of these laws", () => {
    fc.assert(
      fc.property(casesOf(id), ({ ballots, ...rule }) => {
        for (const { ballot } of ballots) expect(method.validate(ballot, rule)).toEqual([]);
      }),
    );
  });

  it("treats voters alike: the order of the ballots does not matter", () => {
    const inAnyOrder = casesOf(id).chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.shuffledSubarray([...input.ballots], { minLength: input.ballots.length }),
      ),
    );
    fc.assert(
      fc.property(inAnyOrder, ([input, ballots]) => {
        expect(count(id, { ...input, ballots })).toEqual(count(id, input));
      }),
    );
  });

  // Who blocks is counted by heads.
  it.skipIf(id === "consent")("counts a ballot of weight w like w ballots", () => {
    const small = casesOf(id, 6).map((input) => {
      const ballots = input.ballots.map((cast) => ({ ...cast, weight: cast.weight % 5n }));
      return { ...input, ballots };
    });
    fc.assert(
      fc.property(small, (input) => {
        const copies = input.ballots.flatMap(({ ballot, weight: counts }) =>
          Array.from({ length: Number(counts) }, () => ({ ballot, weight: 1n })),
        );
        const tally = count(id, { ...input, ballots: copies });
        const together = count(id, {
          ...input,
          ballots: input.ballots.filter((b) => b.weight > 0n),
        });
        expect({ ...tally, ballots: 0 }).toEqual({ ...together, ballots: 0 });
      }),
    );
  });

  it("ranks every option once, and the winners first", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const { ranking, winners, tie } = count(id, input);
        expect(asSet(ranking.flat())).toEqual(asSet(input.options));
        const lastWinner = ranking.findLastIndex((group) => winners.some((w) => group.includes(w)));
        expect(asSet(ranking.slice(0, lastWinner + 1).flat())).toEqual(asSet(winners));
        expect(tie ? tie.between.length > tie.places : true).toBe(true);
        const places = method.places(input.settings);
        const won = winners.length - (tie ? tie.between.length - tie.places : 0);
        expect(won).toBe(places ?? won);
      }),
    );
  });

  it("explains every result in steps that the method lists", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const steps = method.explain(count(id, input));
        expect(steps.length).toBeGreaterThan(0);
        expect(method.stepCodes).toEqual(expect.arrayContaining(steps.map(({ code }) => code)));
      }),
    );
  });

  it("comes through JSON unchanged", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const tally = count(id, input);
        const wire: unknown = JSON.parse(JSON.stringify(tallyToJson(tally)));
        expect(tallyFromJson(TallyView.parse(wire))).toEqual(tally);
      }),
    );
  });

  it("does not change its input", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const before = structuredClone(input);
        count(id, input);
        expect(input).toEqual(before);
      }),
    );
  });
});

describe.each(neutralIds)("%s", (id) => {
  const sample = samples[id];

  it("treats options alike: other names in another order give the same result", () => {
    const withOrder = casesOf(id).chain((input) =>
      fc.tuple(fc.constant(input), shuffled(input.options)),
    );
    fc.assert(
      fc.property(withOrder, ([input, order]) => {
        const rename: Rename = (option) => order[input.options.indexOf(option)] ?? "";
        const before = count(id, input);
        const after = count(id, {
          ...input,
          settings: sample.renameSettings?.(input.settings, rename) ?? input.settings,
          ballots: input.ballots.map(({ ballot, weight: counts }) => {
            return { ballot: parseBallot(id, sample.rename(ballot, rename)), weight: counts };
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

  // Where as many win as there is money for, nobody who votes means nothing that is paid for.
  it.skipIf(id === "budget")(
    "gives every option nothing, and so a tie of all, when nobody votes",
    () => {
      fc.assert(
        fc.property(casesOf(id), (input) => {
          const tally = count(id, { ...input, ballots: [] });
          expect(tally.scores.every(({ score }) => score === 0n)).toBe(true);
          expect(tally.ranking).toEqual([input.options]);
          expect(tally.winners).toEqual(input.options);
          expect(tally.tie).toMatchObject({ between: input.options, rule: "none", isExact: true });
        }),
      );
    },
  );

  it("settles a tie by the order that it is given, and says so", () => {
    const withOrder = casesOf(id).chain((input) =>
      fc.tuple(fc.constant(input), shuffled(input.options)),
    );
    fc.assert(
      fc.property(withOrder, ([input, order]) => {
        const open = count(id, input);
        const drawn = count(id, { ...input, tieBreak: { rule: "lot", order } });
        const places = methodBy(id).places(input.settings);
        expect(drawn.winners).toHaveLength(places ?? drawn.winners.length);
        expect(open.winners).toEqual(expect.arrayContaining([...drawn.winners]));
        expect(drawn.tie?.rule ?? null).toBe(open.tie ? "lot" : null);
      }),
    );
  });
});

const obeying = (law: "majority" | "condorcet" | "smith" | "monotone" | "scaleFree") =>
  methodIds.filter((id) => samples[id][law]);

/** One winner; the laws below are about single winners. */
const single = (settings: Content): Content =>
  "winners" in settings ? { ...settings, winners: 1 } : settings;

describe.each(obeying("scaleFree"))("%s", (id) => {
  it("knows no scale: a thousand quintillion times the weight elects the same", () => {
    const factor = 10n ** 21n + 1n;
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const before = count(id, input);
        const after = count(id, {
          ...input,
          ballots: input.ballots.map((cast) => ({ ...cast, weight: cast.weight * factor })),
        });
        expect(after.winners).toEqual(before.winners);
        expect(after.ranking).toEqual(before.ranking);
        expect(after.weight).toBe(before.weight * factor);
      }),
    );
  });
});

describe.each(obeying("majority"))("%s", (id) => {
  it("elects whom a majority puts first", () => {
    const withMajority = casesOf(id).chain((input) => {
      const [first = ""] = input.options;
      const favouring = samples[id].favouring(first, input.options);
      const many = fc.array(favouring, { minLength: 1, maxLength: 4 });
      return fc.tuple(fc.constant(input), many);
    });
    fc.assert(
      fc.property(withMajority, ([input, majority]) => {
        const others = input.ballots.reduce((sum, cast) => sum + cast.weight, 0n);
        const added = majority.map((ballot) => ({
          ballot: parseBallot(id, ballot),
          weight: others + 1n,
        }));
        const ballots = [...input.ballots, ...added];
        const tally = count(id, { ...input, ballots, settings: single(input.settings) });
        expect(tally.winners).toEqual(input.options.slice(0, 1));
      }),
    );
  });
});

describe.each(obeying("condorcet"))("%s", (id) => {
  it("elects the Condorcet winner if there is one", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const { winners, pairs } = count(id, input);
        const best = pairs?.condorcetWinner ?? null;
        expect(best === null ? winners : [best]).toEqual(winners);
        expect(best === null ? pairs?.smithSet : [best]).toEqual(pairs?.smithSet);
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(obeying("smith"))("%s", (id) => {
  it("always elects from the Smith set", () => {
    fc.assert(
      fc.property(casesOf(id), (input) => {
        const { winners, pairs } = count(id, input);
        expect(pairs?.smithSet).toEqual(expect.arrayContaining([...winners]));
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(obeying("monotone"))("%s", (id) => {
  it("never takes the victory from a winner whom somebody comes to like more", () => {
    const sample = samples[id];
    const withVoter = fc.tuple(casesOf(id), fc.nat(), fc.nat());
    fc.assert(
      fc.property(withVoter, ([input, one, other]) => {
        const settings = single(input.settings);
        const before = count(id, { ...input, settings });
        const winner = before.winners[one % before.winners.length] ?? "";
        const voter = other % Math.max(1, input.ballots.length);
        const ballots = input.ballots.map((cast, at) =>
          at === voter
            ? { ...cast, ballot: parseBallot(id, sample.raise(cast.ballot, winner, settings)) }
            : cast,
        );
        const after = count(id, { ...input, settings, ballots });
        expect(after.winners).toContain(winner);
        expect(before.winners).toEqual(expect.arrayContaining([...after.winners]));
      }),
      { numRuns: 500 },
    );
  });
});
