import { expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import { folkmoot } from "./parameter-sets.ts";
import { ResponseMatrix } from "./response-matrix.ts";
import { runMap } from "./run-map.ts";
import { campResponses } from "./testing-conversation.ts";

it("says of statements that are not scored whether few have answered, or so many that nothing was computed", () => {
  const conversation = {
    matrix: ResponseMatrix.of(campResponses({ sizes: [9, 8], statements: 8 })),
  };
  const analysis = analyse(conversation, folkmoot);
  const told = { conversation, parameters: folkmoot, analysis, correlated: 0 };
  const [few, many] = [[], null].map((scores) => runMap({ ...told, scores }).statements[0]);
  expect(few?.bridging).toEqual({ score: null, raters: 0, shortage: "few-raters" });
  expect(many?.bridging).toEqual({ score: null, raters: 17, shortage: "too-many-ratings" });
});
