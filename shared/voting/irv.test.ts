import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainTally } from "./index.ts";
import { irv } from "./irv.ts";
import type { TieBreak } from "./method.ts";

const settings = irv.settings.parse({ method: "irv" });

/** "3 A B" is three ballots that rank A above B. */
function cast(...lines: string[]) {
  return lines.map((line) => {
    const [count = "", ...ranked] = line.split(" ");
    const ranking = ranked.map((option) => [option]);
    return { ballot: { method: "irv" as const, ranking }, weight: BigInt(count) };
  });
}

function count(options: string, lines: string[], tieBreak?: TieBreak) {
  return irv.count({ options: options.split(""), ballots: cast(...lines), settings, tieBreak });
}

const codes = (tally: ReturnType<typeof count>) => explainTally(tally).map(({ code }) => code);

describe("instant runoff", () => {
  // Tennessee's choice of a capital, the example of many textbooks: Knoxville wins from behind.
  it("passes the ballots of the eliminated on to the next option on them", () => {
    const tally = count("MNCK", ["42 M N C K", "26 N C K M", "15 C K N M", "17 K C N M"]);
    expect(tally.rounds.map(({ eliminated }) => eliminated)).toEqual([["C"], ["N"], []]);
    expect(tally.winners).toEqual(["K"]);
    expect(tally.ranking).toEqual([["K"], ["M"], ["N"], ["C"]]);
    expect(tally.support).toEqual([{ option: "K", votes: 58n, of: 100n }]);
    expect(tally.pairs?.condorcetWinner).toBe("N");
    expect(codes(tally)).toEqual(["eliminated", "eliminated", "majority-in-round"]);
  });

  it("stops as soon as somebody has more than half of the votes that still count", () => {
    const tally = count("ABC", ["4 A", "3 B", "2 C B"]);
    expect(tally.rounds).toHaveLength(2);
    const whole = count("ABC", ["6 A", "3 B", "2 C B"]);
    expect(whole.rounds).toHaveLength(1);
    expect(whole.ranking).toEqual([["A"], ["B"], ["C"]]);
  });

  it("takes a majority of the ballots that still name somebody, and shows the others as exhausted", () => {
    const tally = count("ABC", ["5 A", "4 B", "3 C"]);
    expect(tally.winners).toEqual(["A"]);
    expect(tally.rounds.map(({ exhausted }) => exhausted)).toEqual([0n, 3n]);
    expect(tally.support).toEqual([{ option: "A", votes: 5n, of: 9n }]);
  });

  it("stops counting a ballot where it ranks several equal", () => {
    const ranking = [["C"], ["A", "B"], ["D"]];
    const ballots = [
      ...cast("3 A", "3 B", "3 D B"),
      { ballot: { method: "irv" as const, ranking }, weight: 2n },
    ];
    const tally = irv.count({ options: "ABCD".split(""), ballots, settings });
    expect(tally.rounds[1]?.exhausted).toBe(2n);
  });

  it("eliminates several who are last together when not even all their votes could save one", () => {
    const tally = count("ABCDE", ["10 A", "9 B", "2 C D", "2 D C", "1 E C"]);
    expect(tally.rounds.map(({ eliminated }) => eliminated)).toEqual([["E"], ["D"], ["C"], []]);
    const tied = count("ABCD", ["10 A", "9 B", "2 C D B", "2 D C B"]);
    expect(tied.rounds[0]).toMatchObject({
      eliminated: ["C", "D"],
      tie: { between: ["C", "D"], rule: "together" },
    });
    expect(tied.winners).toEqual(["B"]);
    expect(tied.tie).toBeNull();
    expect(codes(tied)).toEqual(["eliminated-together", "majority-in-round"]);
  });

  it("settles a tie for last by first choices", () => {
    // After D has gone, B and C have 4 each; B began with 4, C with 3.
    const tally = count("ABCD", ["6 A", "4 B A", "3 C B", "1 D C"]);
    expect(tally.rounds[1]).toMatchObject({
      eliminated: ["C"],
      tie: { between: ["B", "C"], rule: "first-choices" },
    });
    expect(tally.winners).toEqual(["B"]);
    expect(codes(tally)).toContain("eliminated-by-first-choices");
  });

  it("reports a tie of the last two instead of settling it", () => {
    const tally = count("AB", ["1 A B", "1 B A"]);
    expect(tally.winners).toEqual(["A", "B"]);
    expect(tally.tie).toEqual({ between: ["A", "B"], places: 1, rule: "none", isExact: true });
    expect(tally.support).toEqual([
      { option: "A", votes: 1n, of: 2n },
      { option: "B", votes: 1n, of: 2n },
    ]);
    expect(codes(tally)).toEqual(["last-two-level", "tied"]);
  });

  it("names everybody who may win where the winner depends on a draw", () => {
    // If B goes, C wins against A; if C goes, B does.
    const lines = ["4 A", "3 B C", "3 C B"];
    const tally = count("ABC", lines);
    expect(tally.winners).toEqual(["B", "C"]);
    expect(tally.tie).toMatchObject({ between: ["B", "C"], rule: "none" });
    expect(tally.rounds).toHaveLength(1);
    expect(tally.rounds[0]?.tie).toEqual({ between: ["B", "C"], rule: "open" });
    expect(tally.support).toBeNull();
    expect(codes(tally)).toEqual(["depends-on-draw", "tied"]);
    const drawn = count("ABC", lines, { rule: "lot", order: ["A", "C", "B"] });
    expect(drawn.winners).toEqual(["C"]);
    expect(drawn.tie).toMatchObject({ between: ["B", "C"], rule: "lot" });
    expect(drawn.rounds[0]?.tie?.rule).toBe("lot");
    expect(codes(drawn)).toEqual(["eliminated-by-lot", "majority-in-round", "settled-by-lot"]);
    const chosen = count("ABC", lines, { rule: "chair", order: ["B", "C"] });
    expect(chosen.winners).toEqual(["B"]);
    expect(chosen.tie?.rule).toBe("chair");
    expect(codes(chosen)).toContain("settled-by-chair");
  });

  it("leaves a tie open when the chair's order does not name all of the tied", () => {
    const tally = count("ABC", ["4 A", "3 B C", "3 C B"], { rule: "chair", order: ["B"] });
    expect(tally.winners).toEqual(["B", "C"]);
    expect(tally.tie?.rule).toBe("none");
  });

  it("says so when a tie for last cannot change who wins", () => {
    const lines = ["4 A", "3 B A", "3 C A"];
    const tally = count("ABC", lines);
    expect(tally.winners).toEqual(["A"]);
    expect(tally.tie).toBeNull();
    expect(tally.ranking).toEqual([["A"], ["B", "C"]]);
    expect(codes(tally)).toEqual(["every-order-elects"]);
    expect(tally.support).toEqual([{ option: "A", votes: 7n, of: 10n }]);
    const drawn = count("ABC", lines, { rule: "lot", order: ["A", "B", "C"] });
    expect(drawn.tie).toBeNull();
    expect(drawn.rounds.map(({ eliminated }) => eliminated)).toEqual([["C"], []]);
  });

  it("claims no more support for the winner than any draw would give", () => {
    // If B goes, A has 8 of 11; if C goes, A has 7 of 11.
    const tally = count("ABCD", ["5 A", "3 B A", "2 C A", "1 C B", "1 D"]);
    expect(tally.rounds.at(-1)?.tie).toEqual({ between: ["B", "C"], rule: "no-effect" });
    expect(tally.support).toEqual([{ option: "A", votes: 7n, of: 11n }]);
  });

  it("says that it cannot tell exactly when there are too many ways for the draws to fall", () => {
    const options = Array.from({ length: 30 }, (_, number) => `option ${number}`);
    const ballots = options.map((option) => {
      return { ballot: { method: "irv" as const, ranking: [[option]] }, weight: 1n };
    });
    const tally = irv.count({ options, ballots, settings });
    expect(tally.winners).toEqual(options);
    expect(tally.tie?.isExact).toBe(false);
  });

  it("can leave out the pairs, which change nothing in the rounds", () => {
    const input = { options: "ABC".split(""), ballots: cast("4 A", "3 B C", "2 C B"), settings };
    expect({ ...irv.count({ ...input, withPairs: false }), pairs: undefined }).toEqual({
      ...irv.count(input),
      pairs: undefined,
    });
  });
});

type Votes = ReadonlyMap<string, number>;

/** The rules once more, as plainly as they can be written, to compare with. */
function mayWin(
  inRace: string[],
  ballots: readonly (readonly string[])[],
  first: Votes,
): Set<string> {
  const votes = new Map(inRace.map((option) => [option, 0]));
  for (const ballot of ballots) {
    const top = ballot.find((option) => votes.has(option));
    if (top !== undefined) votes.set(top, (votes.get(top) ?? 0) + 1);
  }
  const of = (option: string, counts: Votes = votes) => counts.get(option) ?? 0;
  const total = inRace.reduce((sum, option) => sum + of(option), 0);
  const leader = inRace.find((option) => of(option) * 2 > total);
  if (leader !== undefined) return new Set([leader]);
  if (total === 0 || inRace.length === 2) return new Set(inRace);
  const least = Math.min(...inRace.map((option) => of(option)));
  const last = inRace.filter((option) => of(option) === least);
  const others = inRace.filter((option) => of(option) > least);
  const without = (out: string) => inRace.filter((option) => option !== out);
  // Whoever cannot be caught up with makes the order of the others irrelevant, so any will do.
  const hopeless = others.length > 0 && others.every((o) => of(o) > least * last.length);
  if (hopeless) return mayWin(without(last[0] ?? ""), ballots, first);
  const fewest = Math.min(...last.map((option) => of(option, first)));
  const out = last.filter((option) => of(option, first) === fewest);
  return new Set(out.flatMap((option) => [...mayWin(without(option), ballots, first)]));
}

describe("instant runoff with few voters, where ties are common", () => {
  const options = "ABCD".split("");
  const few = fc.array(fc.shuffledSubarray(options), { maxLength: 9 });
  const weighed = (ballots: readonly (readonly string[])[]) =>
    ballots.map((ranked) => {
      const ranking = ranked.map((option) => [option]);
      return { ballot: { method: "irv" as const, ranking }, weight: 1n };
    });
  const firstChoices = (ballots: readonly (readonly string[])[]) =>
    new Map(options.map((o) => [o, ballots.filter(([first]) => first === o).length]));

  it("finds exactly those who may win", () => {
    fc.assert(
      fc.property(few, (ballots) => {
        const tally = irv.count({ options, ballots: weighed(ballots), settings });
        const expected = mayWin(options, ballots, firstChoices(ballots));
        expect(tally.winners.toSorted()).toEqual([...expected].toSorted());
      }),
      { numRuns: 2000 },
    );
  });

  it("lets each of them win by some lot, and nobody else by any", () => {
    const orders = options.reduce<string[][]>(
      (all, option) =>
        all.flatMap((order) =>
          Array.from({ length: order.length + 1 }, (_, at) => order.toSpliced(at, 0, option)),
        ),
      [[]],
    );
    fc.assert(
      fc.property(few, (ballots) => {
        const input = { options, ballots: weighed(ballots), settings };
        const drawn = orders.flatMap(
          (order) => irv.count({ ...input, tieBreak: { rule: "lot", order } }).winners,
        );
        const open = irv.count(input).winners;
        expect([...new Set(drawn)].toSorted()).toEqual(open.toSorted());
      }),
    );
  });
});
