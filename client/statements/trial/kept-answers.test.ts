import { describe, expect, it } from "vitest";
import { type KeptAnswer, parseAnswers, withAnswer, withoutAnswer } from "./kept-answers.ts";

const answer = (statementId: string, value: 1 | 0 | -1 = 1): KeptAnswer => ({
  communityId: "c",
  debateId: "d",
  statementId,
  value,
});

describe("answers that are kept in the browser", () => {
  it("hold the last word on each statement", () => {
    const kept = withAnswer(withAnswer([], answer("a", 1)), answer("a", -1));
    expect(kept).toEqual([answer("a", -1)]);
    expect(withAnswer(kept, answer("b"))).toEqual([answer("b"), answer("a", -1)]);
  });

  it("are forgotten one by one", () => {
    expect(withoutAnswer([answer("a"), answer("b")], "a")).toEqual([answer("b")]);
  });

  it("are no more than twenty, the newest first", () => {
    let kept: readonly KeptAnswer[] = [];
    for (let at = 0; at < 30; at += 1) kept = withAnswer(kept, answer(String(at)));
    expect(kept).toHaveLength(20);
    expect(kept[0]?.statementId).toBe("29");
  });

  it.each([
    null,
    "[]",
    7,
    {},
    [null],
    [{ ...answer("a"), value: 2 }],
    [{ ...answer("a"), debateId: 1 }],
    [{ statementId: "a", value: 1 }],
  ])("are none where what is stored makes no sense: %j", (stored) => {
    expect(parseAnswers(stored)).toEqual([]);
  });

  it("come back as they were kept, and nothing else with them", () => {
    const stored: unknown = JSON.parse(JSON.stringify([{ ...answer("a", 0), more: "x" }]));
    expect(parseAnswers(stored)).toEqual([answer("a", 0)]);
  });
});
