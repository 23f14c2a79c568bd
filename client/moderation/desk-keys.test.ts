import { describe, expect, it } from "vitest";
import { deedOf, keysOfDeeds } from "./desk-keys.ts";

describe("the keys of the desk", () => {
  it("mean one thing each, and nothing else means anything", () => {
    const keys = keysOfDeeds.map(([key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(["j", "ArrowDown", "k", "ArrowUp", "h", "?"].map(deedOf)).toEqual([
      "next",
      "next",
      "before",
      "before",
      "hide",
      "help",
    ]);
    expect(deedOf("q")).toBeUndefined();
  });
});
