import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import { folkmoot } from "./parameter-sets.ts";
import { ResponseMatrix } from "./response-matrix.ts";
import { runMap } from "./run-map.ts";
import { type Scores, scoresOf } from "./scores.ts";
import { campResponses } from "./testing-conversation.ts";

const conversation = {
  matrix: ResponseMatrix.of(campResponses({ sizes: [9, 8], statements: 8 })),
};
const analysis = analyse(conversation, folkmoot);
const told = { conversation, parameters: folkmoot, analysis };

describe("what is told of a run", () => {
  it("has the score of each statement, and of whom they are", () => {
    const raters = { drawn: [0, 1, 2, 3, 9, 10, 11, 12, 13], circles: [[1, 2, 3]] };
    const items = scoresOf(conversation.matrix, raters, undefined);
    const map = runMap({ ...told, scores: { ...raters, before: undefined, items } });
    expect(map).toMatchObject({ drawn: 9, correlated: 3 });
    // Three of the nine who were drawn count as one.
    expect(map.statements[0]?.bridging).toEqual({
      score: items[0]?.score,
      raters: 7,
      shortage: items[0]?.shortage,
    });
  });

  it("says of statements that are not scored that few have answered", () => {
    const scores: Scores = { drawn: null, circles: [], before: undefined, items: [] };
    const { statements, drawn } = runMap({ ...told, scores });
    expect(statements[0]?.bridging).toEqual({ score: null, raters: 0, shortage: "few-raters" });
    expect(drawn).toBeNull();
  });
});
