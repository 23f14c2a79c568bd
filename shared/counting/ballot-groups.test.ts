import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Ballot, countBallots, methodIds, Settings } from "../voting/index.ts";
import { casesOf, samples } from "../voting/testing-laws.ts";
import { BallotGroups } from "./ballot-groups.ts";
import { countGrouped, countNamed, type Poll } from "./count-decision.ts";

describe.each(methodIds)("%s", (id) => {
  const input = casesOf(id, 6).chain(({ ballots, ...rest }) =>
    // Few different ballots among many voters: most are equal to others.
    fc.record({
      rest: fc.constant({ ...rest, few: ballots.map(({ ballot }) => ballot) }),
      cast: fc.array(
        fc.record({
          pick: fc.nat(),
          weight: samples[id].weight ?? fc.constantFrom(0n, 1n, 1n, 3n, 10n ** 20n),
        }),
        { maxLength: 24 },
      ),
    }),
  );

  it("comes to the same whether equal ballots are put together or not", () => {
    fc.assert(
      fc.property(input, ({ rest: { options, settings, few }, cast }) => {
        const rule = { options, settings: Settings.parse(settings) };
        const ballots = cast.flatMap(({ pick, weight }) => {
          const ballot = few[pick % few.length];
          return ballot ? [{ ballot: Ballot.parse(ballot), weight }] : [];
        });
        const groups = new BallotGroups();
        for (const { ballot, weight } of ballots) groups.add(ballot, weight);
        const kinds = new Set(ballots.map((one) => `${JSON.stringify(one.ballot)} ${!one.weight}`));
        expect(groups).toHaveLength(kinds.size);
        expect(countBallots({ ...rule, ballots: groups })).toEqual(
          countBallots({ ...rule, ballots }),
        );
      }),
    );
  });
});

it("many ballots, of which few are alike, are told apart and found again in their order", () => {
  const options = Array.from({ length: 40 }, (_, at) => `option ${at}`);
  const ballotOf = (n: number) => {
    const ranked = options.filter((_, at) => (n >> (at % 12)) % 2 === 1);
    return { method: "schulze" as const, ranking: [ranked, ["last"]] };
  };
  const groups = new BallotGroups();
  for (let n = 0; n < 6_000; n += 1) groups.add(ballotOf(n % 4_000), n % 3 === 0 ? 0n : 1n);
  const seen = new Map<string, { readonly weight: bigint; readonly heads: number }>();
  groups.forEach(({ ballot, weight, heads = 1 }) => {
    seen.set(`${JSON.stringify(ballot)} ${weight > 0n}`, { weight, heads });
  });
  expect(seen.size).toBe(groups.length);
  const heads = [...seen.values()].reduce((sum, group) => sum + group.heads, 0);
  const weight = [...seen.values()].reduce((sum, group) => sum + group.weight, 0n);
  expect([heads, weight]).toEqual([6_000, 4_000n]);
  expect(seen.get(`${JSON.stringify(ballotOf(1))} true`)).toEqual({ weight: 2n, heads: 2 });
});

it("what delegations make of weight is the same when those whom none names are left out", () => {
  const names = ["A", "B", "C", "D", "E", "F", "G"];
  const person = fc.constantFrom(...names);
  const poll: Poll = {
    options: ["yes", "no"],
    settings: Settings.parse({ method: "plurality" }),
    quorum: { persons: { num: 1, den: 2 }, weight: { num: 1, den: 2 } },
    threshold: null,
    unit: 1n,
  };
  const edges = fc.uniqueArray(fc.tuple(person, person, fc.integer({ min: 1, max: 100 })), {
    selector: ([from]) => from,
    maxLength: 3,
  });
  const choices = fc.dictionary(person, fc.constantFrom("yes", "no"));
  fc.assert(
    fc.property(choices, edges, fc.integer({ min: 0, max: 100 }), (votes, arrows, capPercent) => {
      const weights = new Map(names.map((name, at) => [name, BigInt(at)]));
      const ballots = Object.entries(votes).map(([voter, choice]) => {
        return { voter, ballot: { method: "plurality" as const, choice } };
      });
      const delegations = arrows.map(([from, to, percent]) => {
        return { from, to, percent, madeAt: "2026-01-01" };
      });
      const named = new Set(arrows.flatMap(([from, to]) => [from, to]));
      const groups = new BallotGroups();
      for (const { voter, ballot } of ballots) {
        if (!named.has(voter)) groups.add(ballot, weights.get(voter) ?? 0n);
      }
      const counted = countGrouped(poll, {
        groups,
        entwined: {
          weights: new Map([...weights].filter(([name]) => named.has(name))),
          ballots: ballots.filter(({ voter }) => named.has(voter)),
          delegations,
          capPercent,
        },
        electorate: { persons: names.length, weight: 21n },
      });
      expect(counted).toEqual(countNamed(poll, { weights, ballots, delegations, capPercent }));
    }),
  );
});
