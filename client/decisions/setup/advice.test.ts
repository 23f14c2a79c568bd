import { describe, expect, it } from "vitest";
import { withMethod, emptyDraft } from "./draft.ts";
import { adviceOn } from "./advice.ts";

const draft = emptyDraft(0);

describe("advice on rules", () => {
  it("is silent where they fit", () => {
    expect(adviceOn(draft, 4)).toEqual([]);
    expect(adviceOn(withMethod(draft, "schulze"), 5)).toEqual([]);
    expect(adviceOn(withMethod(draft, "plurality"), 2)).toEqual([]);
  });

  it("names methods that ask for too much, or for too little", () => {
    expect(adviceOn(withMethod(draft, "schulze"), 2)).toEqual(["ranking-of-two"]);
    expect(adviceOn(withMethod(draft, "irv"), 14)).toEqual(["long-ranking"]);
    expect(adviceOn(withMethod(draft, "score"), 2)).toEqual(["score-of-two"]);
    const majority = { ...draft, threshold: { kind: "simple-majority", percent: "" } };
    expect(adviceOn(withMethod(majority, "plurality"), 4)).toEqual([
      "one-of-many",
      "majority-of-many",
    ]);
  });

  it("warns of a quorum that lets people win by staying away", () => {
    expect(adviceOn({ ...draft, quorum: { kind: "2/3", percent: "" } }, 4)).toEqual([
      "high-quorum",
    ]);
    expect(adviceOn({ ...draft, quorum: { kind: "1/2", percent: "" } }, 4)).toEqual([]);
  });
});
