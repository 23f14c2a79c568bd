import { describe, expect, it } from "vitest";
import { kemeny } from "./kemeny.ts";
import type { Tally } from "./tally.ts";
import { methodBy, type MethodId } from "./index.ts";

interface Cast {
  readonly content: object;
  readonly weight?: bigint;
}

function count(
  id: MethodId,
  question: { options: string; ballots: Cast[]; settings?: object },
): Tally {
  const method = methodBy(id);
  const { fixedOptions } = method;
  return method.count({
    options: fixedOptions ?? question.options.split(""),
    settings: method.settings.parse({ method: id, ...question.settings }),
    ballots: question.ballots.map(({ content, weight = 1n }) => {
      return { ballot: method.ballot.parse({ method: id, ...content }), weight };
    }) as { ballot: { method: string }; weight: bigint }[],
  });
}

function faults(id: MethodId, ballot: object, settings: object = {}) {
  const method = methodBy(id);
  const parsed = method.ballot.parse({ method: id, ...ballot }) as { method: string };
  const rule = {
    options: method.fixedOptions ?? ["A", "B", "C"],
    settings: method.settings.parse({ method: id, ...settings }) as { method: string },
  };
  return method.validate(parsed, rule).map(({ code, pointer }) => `${code} ${pointer}`);
}

/** "3 A>BC" is three ballots that rank A above B and C, who are level. */
const rankings = (...lines: string[]): Cast[] =>
  lines.map((line) => {
    const [weight = "", order = ""] = line.split(" ");
    const ranking = order.split(">").map((group) => group.split(""));
    return { content: { ranking }, weight: BigInt(weight) };
  });
const scoresOf = ({ scores }: Tally) =>
  Object.fromEntries(scores.map(({ option, score }) => [option, Number(score)]));

describe("majority judgment", () => {
  // Balinski and Laraki's way to settle equal medians: take grades in the middle away one by one.
  it("elects the highest median, and settles equal ones grade by grade from the middle", () => {
    const ballots = [
      { content: { grades: { A: 5, B: 3, C: 4 } } },
      { content: { grades: { A: 3, B: 3, C: 0 } } },
      { content: { grades: { A: 2, B: 4, C: 2 } } },
      { content: { grades: { A: 3, B: 2, C: 5 } } },
      { content: { grades: { A: 0, B: 3, C: 1 } } },
    ];
    const tally = count("majority-judgment", { options: "ABC", ballots });
    expect(scoresOf(tally)).toEqual({ A: 3, B: 3, C: 2 });
    // A: 0 2 3 3 5, B: 2 3 3 3 4. Left of the middle A has 2, B has 3.
    expect(tally.ranking).toEqual([["B"], ["A"], ["C"]]);
    expect(tally.support).toEqual([{ option: "B", votes: 4n, of: 5n }]);
  });

  it("takes what a ballot leaves out for the lowest grade", () => {
    const ballots = [
      { content: { grades: { A: 5 } } },
      { content: { grades: { B: 1 } }, weight: 2n },
    ];
    expect(count("majority-judgment", { options: "ABC", ballots }).winners).toEqual(["B"]);
    expect(faults("majority-judgment", { grades: { A: 6 } })).toEqual(["score-too-high /grades/A"]);
  });
});

describe("quadratic voting", () => {
  it("makes each further vote dearer, and lets vote against where the decision says so", () => {
    expect(faults("quadratic", { votes: { A: 10 } })).toEqual([]);
    expect(faults("quadratic", { votes: { A: 10, B: 1 } })).toEqual(["credits-exceeded /votes"]);
    expect(faults("quadratic", { votes: { A: -1 } })).toEqual([
      "votes-against-not-allowed /votes/A",
    ]);
    expect(faults("quadratic", { votes: { A: -10 } }, { against: true })).toEqual([]);
    const ballots = [
      { content: { votes: { A: 9, B: -4 } } },
      { content: { votes: { B: 6, C: 8 } } },
    ];
    const tally = count("quadratic", { options: "ABC", ballots, settings: { against: true } });
    expect(scoresOf(tally)).toEqual({ A: 9, B: 2, C: 8 });
    const dear = { options: "ABC", ballots: [{ content: { votes: { A: 10, B: 1 } } }] };
    expect(() => count("quadratic", dear)).toThrow(RangeError);
  });
});

describe("cumulative voting and time polls", () => {
  it("add up points, of which a ballot has so many", () => {
    expect(faults("cumulative", { points: { A: 7, B: 4 } })).toEqual(["credits-exceeded /points"]);
    const ballots = [{ content: { points: { A: 7, B: 3 } } }, { content: { points: { B: 5 } } }];
    expect(scoresOf(count("cumulative", { options: "ABC", ballots }))).toEqual({
      A: 7,
      B: 8,
      C: 0,
    });
  });

  it("prefer times at which people can to those at which they could if need be", () => {
    const ballots = [
      { content: { availability: { A: 2, B: 1 } } },
      { content: { availability: { B: 1, C: 2 } } },
      { content: { availability: { A: 1, B: 1 } } },
    ];
    const tally = count("time-poll", { options: "ABC", ballots, settings: { winners: 2 } });
    expect(tally.ranking).toEqual([["A", "B"], ["C"]]);
  });
});

describe("one proposal", () => {
  const answers = (yes: number, no: number) => [
    { content: { answer: "yes" }, weight: BigInt(yes) },
    { content: { answer: "no" }, weight: BigInt(no) },
    { content: { answer: "abstain" }, weight: 9n },
  ];

  it("is a yes from its threshold on, of those who take sides", () => {
    const won = (yes: number, no: number, threshold: object) =>
      count("yes-no", { options: "", ballots: answers(yes, no), settings: { threshold } }).winners;
    expect(won(3, 3, { kind: "simple-majority" })).toEqual(["no"]);
    expect(won(4, 3, { kind: "simple-majority" })).toEqual(["yes"]);
    expect(won(4, 2, { kind: "two-thirds" })).toEqual(["yes"]);
    expect(won(5, 3, { kind: "two-thirds" })).toEqual(["no"]);
    expect(won(3, 1, { kind: "share", share: { num: 3, den: 4 } })).toEqual(["yes"]);
  });

  it("passes by consent unless somebody blocks it, or too few agree", () => {
    const stance = (name: string, weight = 1n) => ({
      content: { stance: name, reason: "why" },
      weight,
    });
    const ballots = [stance("agree", 5n), stance("disagree", 2n), stance("abstain", 9n)];
    const won = (more: Cast[], settings: object = {}) =>
      count("consent", { options: "", ballots: [...ballots, ...more], settings }).winners;
    expect(won([])).toEqual(["agree"]);
    expect(won([stance("block")])).toEqual(["block"]);
    expect(won([stance("block")], { blocksAllowed: 1 })).toEqual(["agree"]);
    expect(won([stance("block", 0n)])).toEqual(["agree"]);
    expect(won([stance("disagree", 3n)])).toEqual(["disagree"]);
    expect(faults("consent", { stance: "block", reason: " " })).toEqual(["reason-missing /reason"]);
    expect(faults("consent", { stance: "agree" })).toEqual([]);
  });
});

describe("ranked methods", () => {
  // A beats B 6 to 3, B beats C 7 to 2, C beats A 5 to 4.
  const circle = rankings("4 A>B>C", "3 B>C>A", "2 C>A>B");

  it("settle a circle each in its way", () => {
    const won = (id: MethodId, settings = {}) =>
      count(id, { options: "ABC", ballots: circle, settings }).winners;
    expect(won("copeland")).toEqual(["A", "B", "C"]);
    expect(won("minimax")).toEqual(["A"]);
    expect(won("minimax", { strength: "margin" })).toEqual(["A"]);
    expect(won("ranked-pairs")).toEqual(["A"]);
    expect(won("borda")).toEqual(["A", "B"]);
    expect(won("two-round")).toEqual(["A"]);
  });

  it("by opposition may pass over whoever beats every other one", () => {
    // A beats B 5 to 4 and C 5 to 4, but few rank B or C below the other.
    const ballots = rankings("5 A", "2 B>A", "2 C>A");
    const tally = count("minimax", {
      options: "ABC",
      ballots,
      settings: { strength: "opposition" },
    });
    expect(tally.pairs?.condorcetWinner).toBe("A");
    expect(scoresOf(tally)).toEqual({ A: 2, B: 7, C: 7 });
  });

  it("tell everybody who wins where equally strong wins are locked in in another order", () => {
    const ballots = rankings("1 A>B>C", "1 B>C>A", "1 C>A>B");
    const tally = count("ranked-pairs", { options: "ABC", ballots });
    expect(tally.tie).toEqual({ between: ["A", "B", "C"], places: 1, rule: "none", isExact: true });
  });

  it("share the places of those who are level, and of those left out, equally", () => {
    const ballots = rankings("1 A>BC", "1 D");
    expect(scoresOf(count("borda", { options: "ABCD", ballots }))).toEqual({
      A: 8,
      B: 5,
      C: 5,
      D: 6,
    });
    const ignored = { options: "ABCD", ballots, settings: { unranked: "ignored" } };
    expect(scoresOf(count("borda", ignored))).toEqual({ A: 6, B: 3, C: 3, D: 6 });
  });

  it("find the best ranking of all by Kemeny's rule", () => {
    const { pairs } = count("copeland", { options: "ABC", ballots: circle });
    expect(kemeny(pairs?.preferred ?? [])).toEqual({
      winners: [0],
      ranking: [0, 1, 2],
      score: 17n,
    });
  });
});

describe("the transferable vote", () => {
  it("passes surpluses on, excludes whoever has fewest, and shows each stage", () => {
    const ballots = rankings("4 A>B", "3 B>C", "2 C>B");
    const tally = count("stv", { options: "ABC", ballots, settings: { winners: 2 } });
    expect(tally.winners).toEqual(["A", "B"]);
    expect(tally.rounds[0]).toMatchObject({ elected: ["A"], quota: 400_000n });
    const meek = count("meek", { options: "ABC", ballots, settings: { winners: 2 } });
    expect(meek.winners.toSorted()).toEqual(["A", "B"]);
  });

  it("names everybody who may be elected where only a draw could tell", () => {
    const ballots = rankings("4 A", "2 B", "2 C");
    const tally = count("stv", { options: "ABCD", ballots, settings: { winners: 2 } });
    expect(tally.tie).toEqual({ between: ["B", "C"], places: 1, rule: "none", isExact: true });
    expect(tally.winners).toEqual(["A", "B", "C"]);
    expect(tally.rounds[0]?.eliminated).toEqual([]);
    expect(tally.rounds.at(-1)?.tie).toEqual({ between: ["B", "C"], rule: "open" });
  });

  it("does not need a draw that changes nothing", () => {
    const ballots = rankings("5 A", "4 B", "1 C>A", "1 D>A");
    const tally = count("stv", { options: "ABCD", ballots, settings: { winners: 2 } });
    expect(tally.tie).toBe(null);
    expect(tally.winners.toSorted()).toEqual(["A", "B"]);
  });
});
