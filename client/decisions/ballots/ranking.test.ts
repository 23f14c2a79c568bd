import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveInRanking, moveOfKey, type Ranking, type RankingMove, unrankedOf } from "./ranking.ts";

const options = ["a", "b", "c", "d"];
const after = (ranking: Ranking, ...moves: RankingMove[]) =>
  moves.reduce<Ranking>(moveInRanking, ranking);

describe("a ranking", () => {
  it("takes options one after the other, best first", () => {
    const ranking = after([], { kind: "up", option: "c" }, { kind: "up", option: "a" });
    expect(ranking).toEqual([["c"], ["a"]]);
    expect(unrankedOf(ranking, options)).toEqual(["b", "d"]);
  });

  it("moves an option over its neighbours", () => {
    expect(after([["a"], ["b"], ["c"]], { kind: "up", option: "c" })).toEqual([
      ["a"],
      ["c"],
      ["b"],
    ]);
    expect(after([["a"], ["b"], ["c"]], { kind: "down", option: "a" })).toEqual([
      ["b"],
      ["a"],
      ["c"],
    ]);
  });

  it("keeps the first one first and lets the last one go", () => {
    expect(after([["a"], ["b"]], { kind: "up", option: "a" })).toEqual([["a"], ["b"]]);
    expect(after([["a"], ["b"]], { kind: "down", option: "b" })).toEqual([["a"]]);
  });

  it("puts an option level with those above, and takes it out again on either side", () => {
    const level = after([["a"], ["b"], ["c"]], { kind: "tie", option: "b" });
    expect(level).toEqual([["a", "b"], ["c"]]);
    expect(after(level, { kind: "down", option: "a" })).toEqual([["b"], ["a"], ["c"]]);
    expect(after(level, { kind: "up", option: "b" })).toEqual([["b"], ["a"], ["c"]]);
    expect(after([["a"]], { kind: "tie", option: "a" })).toEqual([["a"]]);
  });

  it("drops an option where it is let go, wherever it came from", () => {
    const start: Ranking = [["a"], ["b"], ["c"]];
    expect(after(start, { kind: "place", option: "a", at: 3 })).toEqual([["b"], ["c"], ["a"]]);
    expect(after(start, { kind: "place", option: "a", at: 0 })).toEqual(start);
    expect(after(start, { kind: "place", option: "a", at: 1 })).toEqual(start);
    expect(after(start, { kind: "place", option: "d", at: 1 })).toEqual([
      ["a"],
      ["d"],
      ["b"],
      ["c"],
    ]);
    expect(after(start, { kind: "join", option: "a", at: 2 })).toEqual([["b"], ["c", "a"]]);
    expect(after([["a", "b"], ["c"]], { kind: "place", option: "a", at: 1 })).toEqual([
      ["b"],
      ["a"],
      ["c"],
    ]);
  });

  it("puts an option on the rank whose number is pressed", () => {
    const start: Ranking = [["a"], ["b"], ["c"]];
    const press = (key: string, option: string) => {
      const move = moveOfKey(key, option, true);
      return move ? moveInRanking(start, move) : start;
    };
    expect(press("1", "d")).toEqual([["d"], ["a"], ["b"], ["c"]]);
    expect(press("9", "d")).toEqual([["a"], ["b"], ["c"], ["d"]]);
    expect(press("1", "c")).toEqual([["c"], ["a"], ["b"]]);
    expect(press("2", "a")).toEqual([["b"], ["a"], ["c"]]);
    expect(press("0", "b")).toEqual([["a"], ["c"]]);
    expect(press("=", "c")).toEqual([["a"], ["b", "c"]]);
    expect(press("x", "c")).toEqual(start);
    expect(moveOfKey("=", "c", false)).toBeNull();
  });

  it("names no option twice and has no empty group, whatever is done to it", () => {
    const option = fc.constantFrom(...options);
    const at = fc.integer({ min: 0, max: 6 });
    const move: fc.Arbitrary<RankingMove> = fc.oneof(
      fc.record({
        kind: fc.constantFrom("place" as const, "rank" as const, "join" as const),
        option,
        at,
      }),
      fc.record({
        kind: fc.constantFrom("up" as const, "down" as const, "tie" as const, "leave" as const),
        option,
      }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const ranking = after([], ...moves);
        const named = ranking.flat();
        expect(new Set(named).size).toBe(named.length);
        expect(ranking.every((group) => group.length > 0)).toBe(true);
        expect([...named, ...unrankedOf(ranking, options)].toSorted()).toEqual(options);
      }),
    );
  });
});
