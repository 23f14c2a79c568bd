import { expect, it } from "vitest";
import { ownAnswers } from "./own-answers.ts";
import { verdictOn } from "./recompute/verdict.ts";
import { shortfall } from "./shortfall.ts";
import { mapOf } from "./testing-map.ts";

it("groups need ten people on the map; whoever is missing is said with the answers that bring them there", () => {
  expect(shortfall({ peopleIn: 3, statementsIn: 20 })).toEqual({ people: 7, answers: 7 });
  expect(shortfall({ peopleIn: 3, statementsIn: 2 })).toEqual({ people: 7, answers: 2 });
  expect(shortfall({ peopleIn: 40, statementsIn: 20 }).people).toBe(0);
});

it("one's own answers stand beside those of one's group, the loneliest first; passes are left out", () => {
  const map = mapOf();
  const ids = map.statements.map(({ statementId }) => statementId);
  const mine = [1, -1, 0].map(
    (value, at) => [ids[at] ?? "", { mine: value as 1 | 0 | -1 }] as const,
  );
  const answers = ownAnswers(map, new Map(mine));
  expect(answers.map(({ statementId }) => statementId)).toEqual([ids[1], ids[0]]);
  expect(answers.map(({ isWithGroup }) => isWithGroup)).toEqual([false, true]);
  expect(ownAnswers({ ...map, you: null }, new Map(mine))).toEqual([]);
});

it("a map made again is the same only if it is of these answers, every byte is, and the page shows it so", () => {
  const right = {
    kind: "found" as const,
    isSameAlgorithm: true,
    isSameInput: true,
    isSameResult: true,
    isSameMap: true,
    difference: null,
    people: 30,
    responses: 90,
    statements: 3,
    seconds: 0.1,
  };
  expect(verdictOn(right)).toBe("same");
  expect(verdictOn({ ...right, isSameMap: false })).toBe("other-map");
  expect(verdictOn({ ...right, isSameInput: false })).toBe("other-input");
  expect(verdictOn({ ...right, isSameResult: false })).toBe("other-result");
  const older = { ...right, isSameResult: false, isSameAlgorithm: false };
  expect(verdictOn(older)).toBe("other-version");
  const untrue = { ...right, difference: "groups" as const };
  expect(verdictOn(untrue)).toBe("shown-otherwise");
  expect(verdictOn({ ...untrue, isSameAlgorithm: false })).toBe("other-version");
});
