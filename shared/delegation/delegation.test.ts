import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createsCycle, cyclesOf, withoutClosingEdges } from "./graph.ts";
import { type Delegation, resolveDelegations } from "./resolve.ts";
import { delegationsFor } from "./scope.ts";

const edges = (...pairs: string[]) => pairs.map(([from = "", to = ""]) => ({ from, to }));

// gnosisguild/split-delegation, packages/api: specs of findCycle, createDelegationDAG and votingPower
// (test data only).
describe("cycles of delegations", () => {
  it("are found, and what only hangs on them is not part of them", () => {
    expect(cyclesOf(edges("AB", "BC"))).toEqual([]);
    const found = cyclesOf(edges("AB", "BC", "CA", "CD", "DE"));
    expect(found.map((cycle) => cycle.toSorted())).toEqual([["A", "B", "C"]]);
  });

  it("are kept out by leaving the edge that would close one", () => {
    expect(withoutClosingEdges(edges("AB", "BC", "CA", "CD"))).toEqual(edges("AB", "BC", "CD"));
    expect(createsCycle(edges("AB", "BC"), { from: "C", to: "A" })).toBe(true);
    expect(createsCycle(edges("AB", "BC"), { from: "A", to: "C" })).toBe(false);
  });

  it("are found in chains of any length", () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => ({ from: `${at}`, to: `${at + 1}` }));
    expect(cyclesOf(chain)).toEqual([]);
    expect(cyclesOf([...chain, { from: "20000", to: "0" }])[0]).toHaveLength(20_001);
  });
});

const made = (at: number) => `2026-01-${String(at + 1).padStart(2, "0")}`;
const all = (...pairs: string[]): Delegation[] =>
  pairs.map(([from = "", to = ""], at) => ({ from, to, percent: 100, madeAt: made(at) }));
interface Case {
  readonly weights: Record<string, number>;
  readonly voters: string;
  readonly delegations: readonly Delegation[];
  readonly cap?: number | undefined;
}
function resolve({ weights, voters, delegations, cap }: Case) {
  return resolveDelegations({
    weights: new Map(Object.entries(weights).map(([who, weight]) => [who, BigInt(weight)])),
    voters: new Set(voters),
    delegations,
    cap: cap === undefined ? null : BigInt(cap),
  });
}
const votesWith = (found: ReturnType<typeof resolve>) => {
  const sums: Record<string, number> = {};
  for (const { by, weight } of found.carried) sums[by] = (sums[by] ?? 0) + Number(weight);
  return sums;
};

describe("delegations", () => {
  const weights = { A: 1, B: 1, C: 1, D: 1 };

  it("are followed through others to who votes, and the way is told", () => {
    const found = resolve({ weights, voters: "C", delegations: all("AB", "BC") });
    expect(votesWith(found)).toEqual({ C: 3 });
    expect(found.carried.find(({ owner }) => owner === "A")?.path).toEqual(["A", "B", "C"]);
    // D neither votes nor delegates: that is no loss on the way.
    expect(found.lost).toEqual([]);
  });

  it("give way to a ballot of one's own", () => {
    const found = resolve({ weights, voters: "BC", delegations: all("AB", "BC") });
    expect(votesWith(found)).toEqual({ B: 2, C: 1 });
  });

  it("are abstentions where the chain ends at somebody who does not vote, or in a cycle", () => {
    const silent = resolve({ weights, voters: "D", delegations: all("AB", "BC") });
    expect(silent.lost.map(({ owner, reason }) => [owner, reason])).toEqual([
      ["A", "nobody-votes"],
      ["B", "nobody-votes"],
    ]);
    const cycle = resolve({ weights, voters: "D", delegations: all("AB", "BC", "CB") });
    expect(cycle.lost.map(({ owner, reason }) => [owner, reason])).toEqual([
      ["A", "cycle"],
      ["B", "cycle"],
      ["C", "cycle"],
    ]);
    expect(votesWith(cycle)).toEqual({ D: 1 });
  });

  it("carry no more than the cap: whoever delegated last votes alone, or abstains", () => {
    const found = resolve({
      weights: { A: 2, B: 2, C: 2, D: 2 },
      voters: "D",
      delegations: all("AD", "BD", "CD"),
      cap: 4,
    });
    expect(votesWith(found)).toEqual({ D: 6 });
    expect(found.lost).toMatchObject([{ owner: "C", reason: "cap", weight: 2n }]);
  });

  it("to who may not vote in this decision are abstentions too", () => {
    expect(resolve({ weights: { A: 1 }, voters: "", delegations: all("AZ") }).lost).toMatchObject([
      { owner: "A", path: ["A", "Z"], reason: "nobody-votes" },
    ]);
  });
});

const people = ["A", "B", "C", "D", "E", "F", "G"] as const;

describe("split delegations", () => {
  const split = (...parts: [string, number][]): Delegation[] =>
    parts.map(([[from = "", to = ""], percent], at) => ({ from, to, percent, madeAt: made(at) }));

  it("pass on what is had and carried, part by part", () => {
    const found = resolve({
      weights: { A: 1_000, B: 1_000, C: 1_000, D: 500 },
      voters: "D",
      delegations: split(["AB", 50], ["AC", 50], ["BD", 100], ["CD", 100]),
    });
    expect(votesWith(found)).toEqual({ D: 3_500 });
  });

  it("leave the rest with who made them: lost, unless they vote", () => {
    const delegations = split(["AB", 50], ["AC", 50], ["BD", 80]);
    const weights = { A: 500, B: 300, C: 0, D: 50 };
    const found = resolve({ weights, voters: "CD", delegations });
    expect(votesWith(found)).toEqual({ C: 250, D: 490 });
    expect(found.lost.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(110);
  });

  it("that meet again and again are followed once", () => {
    const diamonds = Array.from({ length: 40 }, (_, at) => {
      const [from, left, right, to] = [`${at}`, `${at}l`, `${at}r`, `${at + 1}`];
      const way = (start: string, end: string, percent: number) => {
        return { from: start, to: end, percent, madeAt: made(0) };
      };
      return [way(from, left, 50), way(from, right, 50), way(left, to, 100), way(right, to, 100)];
    }).flat();
    const given = new Map(diamonds.map(({ from }) => [from, 1_000_000n]));
    const found = resolveDelegations({
      weights: given.set("40", 1_000_000n),
      voters: new Set(["40"]),
      delegations: diamonds,
      cap: null,
    });
    expect(found.lost).toEqual([]);
    expect(found.carried).toHaveLength(121);
  });

  it("share whole units so that none is made or lost, whatever the graph", () => {
    const person = fc.constantFrom(...people);
    const graph = fc.uniqueArray(fc.record({ from: person, to: person }), {
      selector: ({ from, to }) => from + to,
      maxLength: 14,
    });
    fc.assert(
      fc.property(
        fc.record({
          pairs: graph,
          voters: fc.uniqueArray(person),
          given: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 7, maxLength: 7 }),
          cap: fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: undefined }),
        }),
        ({ pairs, voters, given, cap }) => {
          const outOf = (who: string) => pairs.filter(({ from }) => from === who).length;
          const delegations = pairs.map(({ from, to }, at) => ({
            from,
            to,
            percent: Math.floor(100 / outOf(from)),
            madeAt: made(at),
          }));
          const weights = Object.fromEntries(people.map((who, at) => [who, given[at] ?? 0]));
          const found = resolve({ weights, voters: voters.join(""), delegations, cap });
          const sumOf = (owner: string) =>
            [...found.carried, ...found.lost]
              .filter((part) => part.owner === owner)
              .reduce((sum, { weight }) => sum + Number(weight), 0);
          // Who neither votes nor delegates is not named at all.
          const named = new Set([...found.carried, ...found.lost].map(({ owner }) => owner));
          for (const owner of named) expect(sumOf(owner)).toBe(weights[owner]);
          const held = found.carried.filter(({ by, owner }) => by !== owner);
          expect(found.carried.every(({ by }) => voters.some((voter) => voter === by))).toBe(true);
          const most = Math.max(
            0,
            ...people.map((who) =>
              held
                .filter(({ by }) => by === who)
                .reduce((sum, { weight }) => sum + Number(weight), 0),
            ),
          );
          expect(most).toBeLessThanOrEqual(cap ?? 7_000);
          const isCapped = found.lost.some(({ reason }) => reason === "cap");
          expect(isCapped && cap === undefined).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the scope of a delegation", () => {
  const subject = { debateId: "d1", topic: "bias" };
  const one = (from: string, scope: "debate" | "topic" | "community", about: string | null) => ({
    from,
    scope,
    about,
  });

  it("is the narrowest that somebody chose for this debate", () => {
    const kept = delegationsFor(
      [
        one("A", "community", null),
        one("A", "topic", "bias"),
        one("B", "topic", "funding"),
        one("B", "community", null),
        one("C", "topic", "bias"),
        one("C", "debate", "d1"),
        one("D", "debate", "d2"),
      ],
      subject,
    );
    expect(kept).toEqual([
      one("A", "topic", "bias"),
      one("B", "community", null),
      one("C", "debate", "d1"),
    ]);
  });
});
