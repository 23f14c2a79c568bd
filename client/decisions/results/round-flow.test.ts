import { describe, expect, it } from "vitest";
import { countBallots } from "#shared/voting/index.ts";
import { flowOf } from "./round-flow.ts";

const options = ["memphis", "nashville", "chattanooga", "knoxville"];
const cast = (times: number, ...ranking: string[]) =>
  Array.from({ length: times }, () => ({
    ballot: { method: "irv" as const, ranking: ranking.map((one) => [one]) },
    weight: 1n,
  }));
const [m = "", n = "", c = "", k = ""] = options;
const tally = countBallots({
  options,
  settings: { method: "irv", unranked: "last" },
  ballots: [
    ...cast(42, m, n, c, k),
    ...cast(26, n, c, k, m),
    ...cast(15, c, k, n, m),
    ...cast(17, k, c, n, m),
  ],
});

describe("the rounds of an instant runoff as a flow", () => {
  const flow = flowOf(tally.rounds, tally.ranking.flat());

  it("fill the whole bar in each round", () => {
    for (const { parts } of flow) {
      expect(parts.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
    }
    expect(flow.map(({ parts }) => parts.map(({ option }) => option))).toEqual([
      [k, m, n, c],
      [k, m, n],
      [k, m],
    ]);
  });

  it("send the votes of who is out to who comes next on those ballots", () => {
    const moved = flow[0]?.streams.filter(({ from, to }) => from !== to);
    expect(moved).toMatchObject([{ from: c, to: k, width: expect.closeTo(0.15) }]);
    expect(flow[1]?.streams.filter(({ from, to }) => from !== to)).toMatchObject([
      { from: n, to: k, width: expect.closeTo(0.26) },
    ]);
    expect(flow[2]?.streams).toEqual([]);
  });

  it("show what counts no more", () => {
    const short = countBallots({
      options,
      settings: { method: "irv", unranked: "last" },
      ballots: [...cast(4, m), ...cast(3, n, k), ...cast(2, c)],
    });
    const rounds = flowOf(short.rounds, short.ranking.flat());
    const last = rounds.at(-1)?.parts.at(-1);
    expect(last?.option).toBeNull();
    const exhausted = rounds.flatMap(({ streams }) => streams).filter(({ to }) => to === null);
    expect(exhausted.some(({ from }) => from === c)).toBe(true);
  });

  it("are empty bars where nobody voted", () => {
    const none = countBallots({
      options,
      settings: { method: "irv", unranked: "last" },
      ballots: [],
    });
    const [first] = flowOf(none.rounds, options);
    expect(first?.parts.every(({ width }) => width === 0)).toBe(true);
  });
});

describe("the rounds of a count for several seats as a flow", () => {
  const ranked = (times: number, ...ranking: string[]) =>
    Array.from({ length: times }, () => ({
      ballot: { method: "stv" as const, ranking: ranking.map((one) => [one]) },
      weight: 1n,
    }));
  const seats = countBallots({
    options,
    settings: { method: "stv", unranked: "last", winners: 2 },
    ballots: [...ranked(60, m, n), ...ranked(25, c), ...ranked(15, k, c)],
  });

  it("send on what an elected option has above the quota, and leave it the rest", () => {
    const [first] = flowOf(seats.rounds, seats.ranking.flat());
    expect(seats.rounds[0]?.passedOn).toEqual([m]);
    const ofWinner = first?.streams.filter(({ from }) => from === m);
    expect(ofWinner).toMatchObject([
      { to: m, width: expect.closeTo(0.34) },
      { to: n, width: expect.closeTo(0.26) },
    ]);
  });
});
