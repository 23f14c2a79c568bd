import { describe, expect, it } from "vitest";
import { Ballot, countBallots, explainTally, Settings } from "./index.ts";

const options = ["a", "b", "c"];

function count(settings: object, ballots: readonly [object, bigint][]) {
  const parsed = Settings.parse(settings);
  return countBallots({
    options,
    settings: parsed,
    ballots: ballots.map(([ballot, weight]) => {
      return { ballot: Ballot.parse({ method: parsed.method, ...ballot }), weight };
    }),
  });
}

const told = (tally: ReturnType<typeof count>) =>
  explainTally(tally).map(({ code, options: who, amounts }) => ({ code, ...who, ...amounts }));

describe("methods in which the highest score wins", () => {
  it("say who has most votes, and who comes next and how far behind", () => {
    const tally = count({ method: "plurality" }, [
      [{ choice: "b" }, 5n],
      [{ choice: "a" }, 3n],
      [{ choice: "c" }, 3n],
    ]);
    expect(tally).toMatchObject({ measure: "votes", ranking: [["b"], ["a", "c"]], tie: null });
    expect(told(tally)).toEqual([
      { code: "most-votes", winner: ["b"], score: 5n, of: 11n },
      { code: "next-best", next: ["a", "c"], score: 3n, behind: 2n },
    ]);
  });

  it("say who is tied and with how much", () => {
    const tally = count({ method: "plurality" }, [
      [{ choice: "b" }, 5n],
      [{ choice: "c" }, 5n],
    ]);
    expect(told(tally)).toEqual([{ code: "tied", between: ["b", "c"], score: 5n }]);
  });

  it("fill several places by approvals, and leave a tie for the last one open", () => {
    const tally = count({ method: "approval", winners: 2 }, [
      [{ approved: ["a", "b"] }, 2n],
      [{ approved: ["a", "c"] }, 2n],
      [{ approved: [] }, 1n],
    ]);
    expect(tally.winners).toEqual(["a", "b", "c"]);
    expect(tally.tie).toEqual({ between: ["b", "c"], places: 1, rule: "none", isExact: true });
    expect(told(tally)).toEqual([
      { code: "most-approvals", winner: ["a"], score: 4n, of: 5n },
      { code: "tied", between: ["b", "c"], score: 2n },
    ]);
  });

  it("count a ballot once however often it names an option", () => {
    const tally = count({ method: "approval" }, [[{ approved: ["a", "a"] }, 2n]]);
    expect(tally.scores[0]).toEqual({ option: "a", score: 2n });
  });

  it("measure points by the most that there could have been", () => {
    const tally = count({ method: "score", maxScore: 10 }, [
      [{ scores: { a: 10, b: 4 } }, 3n],
      [{ scores: { b: 9 } }, 1n],
    ]);
    expect(tally).toMatchObject({ measure: "points", basis: "possible-points" });
    expect(tally.support).toEqual([{ option: "a", votes: 30n, of: 40n }]);
    expect(told(tally)).toEqual([
      { code: "most-points", winner: ["a"], score: 30n, of: 40n },
      { code: "next-best", next: ["b"], score: 21n, behind: 9n },
    ]);
  });

  it("say so when there are no votes", () => {
    expect(told(count({ method: "score" }, []))[0]).toEqual({ code: "no-votes" });
  });
});
