import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainTally } from "./index.ts";
import type { Weighted } from "./method.ts";
import { schulze } from "./schulze.ts";

interface Cast {
  readonly method: "schulze";
  readonly ranking: string[][];
}

/** "5 A C,B" is five ballots that put A first, and C and B equal behind it. */
function cast(...lines: string[]): Weighted<Cast>[] {
  return lines.map((line) => {
    const [count = "", ...groups] = line.split(" ");
    const ranking = groups.map((group) => group.split(","));
    return { ballot: { method: "schulze", ranking }, weight: BigInt(count) };
  });
}

function count(names: string, lines: string[], unranked: "last" | "ignored" = "last") {
  const settings = { method: "schulze" as const, unranked };
  return schulze.count({ options: names.split(""), ballots: cast(...lines), settings });
}

describe("the Schulze method", () => {
  // The example of the article on the method in Wikipedia, with 45 voters.
  const lines = [
    "5 A C B E D",
    "5 A D E C B",
    "8 B E D A C",
    "3 C A B E D",
    "7 C A E B D",
    "2 C B A D E",
    "7 D C E B A",
    "8 E B A D C",
  ];

  it("elects by the strongest paths", () => {
    const tally = count("ABCDE", lines);
    expect(tally.ranking).toEqual([["E"], ["A"], ["C"], ["B"], ["D"]]);
    expect(tally.pairs?.condorcetWinner).toBeNull();
    expect(tally.pairs?.preferred[0]).toEqual([0n, 20n, 26n, 30n, 22n]);
    expect(tally.paths).toEqual([
      [0n, 28n, 28n, 30n, 24n],
      [25n, 0n, 28n, 33n, 24n],
      [25n, 29n, 0n, 29n, 24n],
      [25n, 28n, 28n, 0n, 24n],
      [25n, 28n, 28n, 31n, 0n],
    ]);
  });

  it("explains the victory by the paths to the next best and back", () => {
    expect(explainTally(count("ABCDE", lines))).toEqual([
      {
        code: "nobody-beats-every-other",
        options: { smithSet: "ABCDE".split("") },
        amounts: {},
        counts: {},
      },
      {
        code: "stronger-path",
        options: { winner: ["E"], rival: ["A"] },
        amounts: { there: 25n, back: 24n },
        counts: {},
      },
    ]);
  });

  it("names the winner's closest rival as the measure of its support", () => {
    const tally = count("ABC", ["6 A B C", "4 B A C", "1 C A B"]);
    expect(tally.pairs?.condorcetWinner).toBe("A");
    expect(tally.support).toEqual([{ option: "A", votes: 7n, of: 11n }]);
    expect(explainTally(tally).map(({ code }) => code)).toEqual(["beats-every-other"]);
  });

  it("takes the rival who comes closest by share, not by votes", () => {
    // A : B is 6 to 5 of those who compare them, A : C is 2 to 1.
    const tally = count("ABC", ["6 A B", "5 B A", "2 A C", "1 C A"], "ignored");
    expect(tally.support).toEqual([{ option: "A", votes: 6n, of: 11n }]);
  });

  it("puts unranked options last, or leaves them out of comparison, as the decision says", () => {
    expect(count("ABC", ["3 A", "2 B A"], "last").winners).toEqual(["A"]);
    expect(count("ABC", ["3 A", "2 B A"], "ignored").winners).toEqual(["B", "C"]);
  });

  it("measures a win by the votes for it alone", () => {
    // A circle of 5 : 4, 5 : 0 and 5 : 1. By votes for them the wins are equal.
    const tally = count("ABC", ["5 A B", "4 B A", "5 B C", "5 C A", "1 A C"], "ignored");
    expect(tally.winners).toEqual(["A", "B", "C"]);
    expect(explainTally(tally).map(({ code }) => code)).toEqual([
      "nobody-beats-every-other",
      "tied",
    ]);
  });

  it("counts weights beyond 2^53 to the last unit", () => {
    const big = 2n ** 80n;
    const ballots = [
      { ballot: { method: "schulze" as const, ranking: [["A"], ["B"]] }, weight: big + 1n },
      { ballot: { method: "schulze" as const, ranking: [["B"], ["A"]] }, weight: big },
    ];
    const settings = { method: "schulze" as const, unranked: "last" as const };
    const tally = schulze.count({ options: ["A", "B"], ballots, settings });
    expect(tally.winners).toEqual(["A"]);
    expect(tally.pairs?.preferred).toEqual([
      [0n, big + 1n],
      [big, 0n],
    ]);
  });

  it("reads more ballots than fit into one chunk, of very different lengths", () => {
    const options = "ABCDEFGHIJ".split("");
    const ballots = Array.from({ length: 10_000 }, (_, at): Weighted<Cast> => {
      const ranking = options.slice(0, at % 11).map((option) => [option]);
      return { ballot: { method: "schulze", ranking }, weight: BigInt(at) };
    });
    const settings = { method: "schulze" as const, unranked: "ignored" as const };
    const { pairs } = schulze.count({ options, ballots, settings });
    const reaching = (length: number) =>
      ballots.reduce((sum, { weight }, at) => (at % 11 >= length ? sum + weight : sum), 0n);
    expect(pairs?.preferred[0]).toEqual([0n, ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map(reaching)]);
    expect(pairs?.preferred[8]).toEqual([...options.slice(1).map(() => 0n), reaching(10)]);
  });
});

type Beats = (one: string, other: string) => boolean;

type Link = (one: string, other: string) => number;

/** Every path without a repetition, tried one by one. */
function strongest([from, to]: readonly [string, string], link: Link, via: string[]): number {
  return via.reduce(
    (best, next) => {
      const rest = via.filter((option) => option !== next);
      return Math.max(best, Math.min(link(from, next), strongest([next, to], link, rest)));
    },
    link(from, to),
  );
}

/** Every set, smallest first, until one beats all outside it. */
function smallestDominating(options: string[], beats: Beats): string[] {
  const sets = Array.from({ length: 2 ** options.length - 1 }, (_, at) =>
    options.filter((__, bit) => ((at + 1) >> bit) & 1),
  ).toSorted((a, b) => a.length - b.length);
  const outside = (set: string[]) => options.filter((option) => !set.includes(option));
  return sets.find((set) => outside(set).every((o) => set.every((i) => beats(i, o)))) ?? [];
}

describe("the Schulze method, tried by brute force", () => {
  const options = "ABCDE".split("");
  const matrix = fc.array(fc.tuple(fc.constantFrom(...options), fc.constantFrom(...options)), {
    maxLength: 30,
  });

  it("finds the strongest paths, the winners and the Smith set", () => {
    fc.assert(
      fc.property(matrix, (preferences) => {
        const stated = preferences.filter(([better, worse]) => better !== worse);
        const votes = (one: string, other: string) =>
          stated.filter(([better, worse]) => better === one && worse === other).length;
        const beats: Beats = (one, other) => votes(one, other) > votes(other, one);
        const link = (one: string, other: string) => (beats(one, other) ? votes(one, other) : 0);
        const path = (one: string, other: string) =>
          one === other
            ? 0
            : strongest(
                [one, other],
                link,
                options.filter((o) => o !== one && o !== other),
              );
        const tally = count(
          "ABCDE",
          stated.map(([better, worse]) => `1 ${better} ${worse}`),
          "ignored",
        );
        expect(tally.paths).toEqual(options.map((one) => options.map((o) => BigInt(path(one, o)))));
        expect(tally.winners).toEqual(
          options.filter((one) => options.every((other) => path(one, other) >= path(other, one))),
        );
        expect(tally.pairs?.smithSet).toEqual(smallestDominating(options, beats));
      }),
      { numRuns: 300 },
    );
  });
});
